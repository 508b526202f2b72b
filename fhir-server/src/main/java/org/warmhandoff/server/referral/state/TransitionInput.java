package org.warmhandoff.server.referral.state;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.jspecify.annotations.Nullable;

/** What a caller of {@code $transition} said. */
public record TransitionInput(
        ReferralEvent event, @Nullable CodeableConcept reason, @Nullable String note, List<TransitionOutput> outputs) {

    public TransitionInput {
        outputs = List.copyOf(outputs);
    }

    /** The event alone. */
    public static TransitionInput of(ReferralEvent event) {
        return new TransitionInput(event, null, null, List.of());
    }

    public static TransitionInput of(ReferralEvent event, String reason) {
        return TransitionInput.of(event).withReason(new CodeableConcept().setText(reason));
    }

    public TransitionInput withReason(CodeableConcept said) {
        return new TransitionInput(event, said, note, outputs);
    }

    public TransitionInput withNote(String said) {
        return new TransitionInput(event, reason, said, outputs);
    }

    public TransitionInput withOutputs(List<TransitionOutput> given) {
        return new TransitionInput(event, reason, note, given);
    }

    public boolean hasReason() {
        return reason != null && !reason.isEmpty();
    }

    /** The first output that refers to a resource of that type. */
    public Optional<TransitionOutput> output(String resourceType) {
        return outputs.stream().filter(o -> o.refersTo(resourceType)).findFirst();
    }
}
