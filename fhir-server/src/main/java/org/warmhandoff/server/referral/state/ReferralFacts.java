package org.warmhandoff.server.referral.state;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.BusinessStatus;

/**
 * What the guards may know, looked up before the machine is asked. True means verified: a reference in the input counts
 * for nothing until somebody read the resource behind it.
 */
public record ReferralFacts(Request request, Programme programme, MissedIntakes missed, Care care) {

    /** A referral to a hosted programme with room, of which nothing is on file yet. */
    public static final ReferralFacts NONE =
            new ReferralFacts(Request.PLAIN, Programme.HOSTED, MissedIntakes.NONE, Care.NONE);

    /**
     * The referral itself.
     *
     * @param requestedLevel the ASAM level asked for, null when not stated
     * @param stateBeforeCancellation from {@link ReferralTask#stateBeforeCancellation()}
     * @param periodOver whether {@code Task.restriction.period.end} has passed
     * @param hasOutput whether the Task carries an output already
     */
    public record Request(
            @Nullable String requestedLevel,
            @Nullable BusinessStatus stateBeforeCancellation,
            boolean periodOver,
            boolean hasOutput) {
        public static final Request PLAIN = new Request(null, null, false, false);
    }

    /**
     * The programme that the referral is for.
     *
     * @param levelsOfCare ASAM levels it offers; empty when its entry states none
     * @param hosted whether its worklist is here, so that nothing is forwarded
     */
    public record Programme(Set<String> levelsOfCare, CapacityStatus capacity, boolean hosted) {
        public static final Programme HOSTED = new Programme(Set.of(), CapacityStatus.CAPACITY, true);

        public Programme {
            levelsOfCare = Set.copyOf(levelsOfCare);
        }
    }

    /** Intake appointments that the client did not come to, and how long ago the first of them was. */
    public record MissedIntakes(int count, Duration sinceFirst) {
        public static final MissedIntakes NONE = new MissedIntakes(0, Duration.ZERO);
    }

    /**
     * What is on file about the client's care.
     *
     * @param asamRecorded an ASAM level-of-care assessment of the client
     * @param treatmentConsent the client's active consent to treatment
     * @param disclosureConsent an active consent of the kind that {@code consent-pending} waits for
     * @param nextStepAccepted the referral to the next programme (step up or down) was accepted there
     */
    public record Care(
            boolean asamRecorded,
            boolean treatmentConsent,
            boolean disclosureConsent,
            DischargeSummary dischargeSummary,
            boolean nextStepAccepted) {
        public static final Care NONE = new Care(false, false, false, DischargeSummary.NONE, false);
    }

    /** What became of the summary that is due at discharge. */
    public enum DischargeSummary {
        NONE,
        PRESENT,
        WAIVED
    }

    public ReferralFacts with(Request changed) {
        return new ReferralFacts(changed, programme, missed, care);
    }

    public ReferralFacts with(Programme changed) {
        return new ReferralFacts(request, changed, missed, care);
    }

    public ReferralFacts with(MissedIntakes changed) {
        return new ReferralFacts(request, programme, changed, care);
    }

    public ReferralFacts with(Care changed) {
        return new ReferralFacts(request, programme, missed, changed);
    }
}
