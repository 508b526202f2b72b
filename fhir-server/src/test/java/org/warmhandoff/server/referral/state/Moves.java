package org.warmhandoff.server.referral.state;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.BusinessStatus;

/** Facts and inputs with which every guard lets pass, and the same with one thing wrong. */
final class Moves {

    static final TransitionOutput APPOINTMENT = output("intake-appointment", "Appointment/a1");
    static final TransitionOutput ASSESSMENT = output("asam-assessment", "Observation/o1");
    static final TransitionOutput CONSENT = output("treatment-consent", "Consent/c1");
    static final TransitionOutput SUMMARY = output("discharge-summary", "Composition/s1");

    /** A programme reached by a forward, with room; everything that can be on file is. */
    static final ReferralFacts ALL_WELL = new ReferralFacts(
            new ReferralFacts.Request("2.1", null, true, true),
            new ReferralFacts.Programme(Set.of("2.1"), CapacityStatus.CAPACITY, false),
            new ReferralFacts.MissedIntakes(1, Duration.ofDays(15)),
            new ReferralFacts.Care(true, true, true, ReferralFacts.DischargeSummary.PRESENT, true));

    private Moves() {}

    static TransitionOutput output(String type, String reference) {
        return new TransitionOutput(type, new Reference(reference));
    }

    /** The event with all that it needs. */
    static TransitionInput complete(ReferralEvent event) {
        TransitionInput input = TransitionInput.of(event);
        if (event.requiresReason()) {
            input = TransitionInput.of(event, "said so");
        }
        return switch (event) {
            case SCHEDULE_INTAKE -> input.withOutputs(List.of(APPOINTMENT));
            case ADMIT -> input.withOutputs(List.of(ASSESSMENT, CONSENT));
            case COMPLETE, TRANSFER, LEAVE -> input.withOutputs(List.of(SUMMARY));
            default -> input;
        };
    }

    static ReferralFacts cancelledFrom(@Nullable BusinessStatus state) {
        return ALL_WELL.with(new ReferralFacts.Request("2.1", state, true, true));
    }

    /** The machine's answer to somebody who may do all. */
    static TransitionResult apply(BusinessStatus state, TransitionInput input, ReferralFacts facts) {
        return ReferralStateMachine.apply(state, Set.of(ReferralActor.values()), input, facts);
    }

    /** {@link #apply} as one word: {@code moved}, the guard that failed, or the kind of refusal. */
    static String outcome(BusinessStatus state, TransitionInput input, ReferralFacts facts) {
        return describe(apply(state, input, facts));
    }

    static String describe(TransitionResult result) {
        if (result instanceof TransitionResult.GuardFailed failed) {
            return failed.guard().name();
        }
        return result instanceof TransitionResult.Moved
                ? "moved"
                : result.getClass().getSimpleName();
    }
}
