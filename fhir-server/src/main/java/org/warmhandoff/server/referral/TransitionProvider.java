package org.warmhandoff.server.referral;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.referral.state.ParsedTransition;
import org.warmhandoff.server.referral.state.TransitionParameters;

/** {@code POST Task/[id]/$transition}: moves a referral; answers with the Task and its ETag. */
@Component
public class TransitionProvider {

    private final ReferralWorkflow workflow;
    private final ActingFor acting;

    TransitionProvider(ReferralWorkflow workflow, ActingFor acting) {
        this.workflow = workflow;
        this.acting = acting;
    }

    /** Errors: 400 unreadable, 404 no referral, 412 stale {@code If-Match}, 422 not allowed (legal events listed). */
    @Operation(name = "$transition", typeName = "Task")
    public Task transition(@IdParam IdType id, @ResourceParam Parameters parameters, RequestDetails request) {
        ParsedTransition parsed = TransitionParameters.parse(parameters);
        if (parsed instanceof ParsedTransition.Invalid invalid) {
            throw refuse(IssueType.INVALID, String.join(" ", invalid.problems()));
        }
        TransitionOutcome outcome = workflow.transition(new TransitionCommand(
                id.getIdPart(),
                acting.in(id.getIdPart()),
                ((ParsedTransition.Valid) parsed).input(),
                expectedVersion(request.getHeader("If-Match")),
                null));
        Task task = answer(id, outcome);
        request.getResponse().addHeader("ETag", "W/\"" + task.getMeta().getVersionId() + "\"");
        return task;
    }

    private static Task answer(IdType id, TransitionOutcome outcome) {
        if (outcome instanceof TransitionOutcome.Done done) {
            return done.task();
        } else if (outcome instanceof TransitionOutcome.Refused refused) {
            throw refuse(IssueType.BUSINESSRULE, refused.result().sentence());
        } else if (outcome instanceof TransitionOutcome.Stale stale) {
            throw new PreconditionFailedException(
                    "Task/" + id.getIdPart() + " has version " + stale.currentVersion() + " by now");
        }
        throw new ResourceNotFoundException(id);
    }

    private static @Nullable String expectedVersion(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return null;
        }
        String version = ifMatch.strip().replaceFirst("^W/", "").replace("\"", "");
        if (version.isEmpty()) {
            throw new InvalidRequestException("If-Match must be an ETag such as W/\"3\"");
        }
        return version;
    }

    private static UnprocessableEntityException refuse(IssueType code, String sentence) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(code)
                .setDiagnostics(sentence)
                .getDetails()
                .setText(sentence);
        return new UnprocessableEntityException(sentence, outcome);
    }
}
