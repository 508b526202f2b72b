package org.warmhandoff.server.referral.intake;

import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.intake.ReadReferral.Unusable;
import org.warmhandoff.routes.intake.ReferralMessage;
import org.warmhandoff.server.referral.ReferralModification;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.referral.ReferralWorkflow;
import org.warmhandoff.server.referral.TransitionCommand;
import org.warmhandoff.server.referral.TransitionOutcome;
import org.warmhandoff.server.referral.notice.StatusNotices;
import org.warmhandoff.server.referral.state.ReferralActor;
import org.warmhandoff.server.referral.state.ReferralEvent;
import org.warmhandoff.server.referral.state.TransitionInput;

/** What a requester says of a referral that is here already: changed, cancelled, how does it stand. */
@Component
class FollowUpMessages {

    private final ReferralWorkflow workflow;
    private final ReferralModification modification;
    private final StatusNotices notices;

    FollowUpMessages(ReferralWorkflow workflow, ReferralModification modification, StatusNotices notices) {
        this.workflow = workflow;
        this.modification = modification;
        this.notices = notices;
    }

    /** Applies the message in the caller's transaction; or says why not. */
    Optional<Unusable> apply(ReferralRecord referral, ReferralMessage message, long inboxId) {
        return switch (message.event()) {
            case MODIFY -> modify(referral, message, "change-" + inboxId);
            case CANCEL -> cancel(referral, message);
            case NEW, STATUS_QUERY -> {
                // Read before, it may tell a state that is over by now, and tell it last.
                notices.tellAgain(workflow.held(referral.ids().task()).orElse(referral), "query-" + inboxId);
                yield Optional.empty();
            }
        };
    }

    private Optional<Unusable> modify(ReferralRecord referral, ReferralMessage message, String occasion) {
        ReferralModification.Result result = modification.apply(referral, message, occasion);
        if (result instanceof ReferralModification.Result.Refused refused) {
            return Optional.of(new Unusable("business-rule", "Task", refused.sentence()));
        }
        notices.tellAgain(((ReferralModification.Result.Applied) result).referral(), occasion);
        return Optional.empty();
    }

    private Optional<Unusable> cancel(ReferralRecord referral, ReferralMessage message) {
        TransitionOutcome outcome = workflow.transition(new TransitionCommand(
                referral.ids().task(),
                Set.of(ReferralActor.REQUESTER),
                TransitionInput.of(ReferralEvent.REQUEST_CANCEL).withReason(reason(message)),
                null,
                null));
        return outcome instanceof TransitionOutcome.Refused refused
                ? Optional.of(new Unusable(
                        "business-rule", "Task.status", refused.result().sentence()))
                : Optional.empty();
    }

    private static CodeableConcept reason(ReferralMessage message) {
        return message.resources().getEntry().stream()
                .map(entry -> entry.getResource())
                .filter(Task.class::isInstance)
                .map(task -> ((Task) task).getStatusReason())
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .orElseGet(() -> new CodeableConcept().setText("Cancelled by the requester."));
    }
}
