package org.warmhandoff.server.referral.exchange;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.server.referral.ActingFor;
import org.warmhandoff.server.referral.ReferralWorkflow;
import org.warmhandoff.server.referral.TransitionCommand;
import org.warmhandoff.server.referral.TransitionOutcome;
import org.warmhandoff.server.referral.state.ReferralActor;
import org.warmhandoff.server.referral.state.ReferralEvent;
import org.warmhandoff.server.referral.state.ReferralStateMachine;
import org.warmhandoff.server.referral.state.ReferralTask;
import org.warmhandoff.server.referral.state.TaskWish;
import org.warmhandoff.server.referral.state.TransitionInput;

/** Takes the steps that a written Task asks for: all of them or none. */
@Component
class TaskMoves {

    private final ReferralWorkflow workflow;
    private final ActingFor acting;
    private final TransactionTemplate transaction;

    TaskMoves(ReferralWorkflow workflow, ActingFor acting, TransactionTemplate transaction) {
        this.workflow = workflow;
        this.acting = acting;
        this.transaction = transaction;
    }

    /** @param expectedVersion what {@code If-Match} names, null for any */
    Task move(Task before, TaskWish.Move wish, @Nullable String expectedVersion) {
        Set<ReferralActor> actors = acting.in(before.getIdElement().getIdPart());
        return Objects.requireNonNull(transaction.execute(status -> {
            Task task = before;
            String expected = expectedVersion;
            for (TransitionInput step : wish.steps()) {
                task = take(task, step, actors, expected);
                expected = null;
            }
            return task;
        }));
    }

    private Task take(Task task, TransitionInput step, Set<ReferralActor> actors, @Nullable String expectedVersion) {
        // Who receives says so; that it was delivered is for the server to conclude.
        boolean receipt = step.event() == ReferralEvent.DELIVER && actors.contains(ReferralActor.OWNER);
        TransitionOutcome outcome = workflow.transition(new TransitionCommand(
                task.getIdElement().getIdPart(),
                receipt ? ReferralActor.SYSTEM_ALONE : actors,
                step,
                expectedVersion,
                null));
        if (outcome instanceof TransitionOutcome.Done done) {
            return done.task();
        } else if (outcome instanceof TransitionOutcome.Refused refused) {
            throw refusal(task, refused.result().sentence());
        } else if (outcome instanceof TransitionOutcome.Stale stale) {
            throw new PreconditionFailedException("The Task has version " + stale.currentVersion() + " by now");
        }
        throw new ResourceNotFoundException(task.getIdElement());
    }

    /** 422 with what would be legal. */
    static BaseServerResponseException refusal(Task task, String sentence) {
        String text = sentence.contains("Legal events") ? sentence : sentence + " " + legal(task);
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(IssueType.BUSINESSRULE)
                .setDiagnostics(text)
                .addExpression("Task.status");
        return new UnprocessableEntityException(text, outcome);
    }

    private static String legal(Task task) {
        List<ReferralEvent> events = new ReferralTask(task)
                .state()
                .map((BusinessStatus state) -> ReferralStateMachine.legalEvents(state, ReferralActor.STAFF))
                .orElse(List.of());
        return "Legal events: " + events.stream().map(ReferralEvent::code).collect(Collectors.joining(", ")) + ".";
    }
}
