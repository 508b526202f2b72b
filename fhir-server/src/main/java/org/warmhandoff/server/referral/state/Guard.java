package org.warmhandoff.server.referral.state;

import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.warmhandoff.server.referral.state.ReferralFacts.DischargeSummary;

/** A condition of a move beside its event and actor. The sentence tells the caller what is wrong, without content. */
public enum Guard {
    LEVEL_OFFERED("the requested level of care is not among the programme's levels-of-care", Guard::levelOffered),
    CAPACITY(
            "the programme's capacity-status is no-capacity",
            a -> a.facts().programme().capacity() != CapacityStatus.NO_CAPACITY),
    TRIES_LEFT(
            "three intake appointments were missed already",
            a -> a.facts().missed().count() < Guard.TRIES),
    GIVEN_UP_CONTACT(
            "a missed intake can be declined only after three misses or 14 days after the first", Guard::givenUp),
    UNABLE_TO_CONTACT(
            "after missed intakes the only coded reason to decline is unable-to-contact", Guard::unableToContact),
    KNOWN_DECLINE_REASON(
            "the reason has a code that the decline-reason code system does not define", Guard::knownDeclineReason),
    ASAM_RECORDED(
            "no ASAM assessment of this client is on file",
            a -> a.facts().care().asamRecorded()),
    TREATMENT_CONSENT(
            "no active treatment consent of this client is on file",
            a -> a.facts().care().treatmentConsent()),
    DISCLOSURE_CONSENT(
            "no active consent of this client is on file", a -> a.facts().care().disclosureConsent()),
    DISCHARGE_SUMMARY(
            "the discharge summary is neither among the outputs nor waived by a reason", Guard::dischargeSummary),
    NEXT_STEP_ACCEPTED(
            "the next programme has not accepted its referral yet",
            a -> a.facts().care().nextStepAccepted()),
    OUTPUT_RECORDED(
            "a closed referral needs at least one output",
            a -> a.facts().request().hasOutput() || !a.input().outputs().isEmpty()),
    NOT_ADMITTED("the client is admitted, so the programme has to answer", a -> a.openStateKnown() && !a.admitted()),
    PREVIOUS_STATE_KNOWN("the state before the cancellation request is not recorded", Attempt::openStateKnown),
    FORWARDED(
            "the programme is hosted here, nothing is forwarded to it",
            a -> !a.facts().programme().hosted()),
    PERIOD_OVER(
            "the period of the referral is not over", a -> a.facts().request().periodOver());

    private static final int TRIES = 3;
    private static final Duration CONTACT_PERIOD = Duration.ofDays(14);
    private static final Set<String> SUMMARY_TYPES = Set.of("Composition", "DocumentReference", "Bundle");

    private final String sentence;
    private final Predicate<Attempt> holds;

    Guard(String sentence, Predicate<Attempt> holds) {
        this.sentence = sentence;
        this.holds = holds;
    }

    boolean holds(Attempt attempt) {
        return holds.test(attempt);
    }

    /** What is wrong when it does not hold. */
    public String sentence() {
        return sentence;
    }

    /** The name used in documents and OperationOutcome details, such as {@code level-offered}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static boolean levelOffered(Attempt attempt) {
        String requested = attempt.facts().request().requestedLevel();
        Set<String> offered = attempt.facts().programme().levelsOfCare();
        // A programme whose entry states no levels gave nothing to compare with.
        return requested == null || offered.isEmpty() || offered.contains(requested);
    }

    private static boolean givenUp(Attempt attempt) {
        ReferralFacts.MissedIntakes missed = attempt.facts().missed();
        return missed.count() >= TRIES
                || (missed.count() > 0 && missed.sinceFirst().compareTo(CONTACT_PERIOD) >= 0);
    }

    private static boolean unableToContact(Attempt attempt) {
        CodeableConcept reason = attempt.input().reason();
        return reason == null
                || DeclineReason.codesIn(reason).stream().allMatch(DeclineReason.UNABLE_TO_CONTACT.code()::equals);
    }

    private static boolean knownDeclineReason(Attempt attempt) {
        CodeableConcept reason = attempt.input().reason();
        return reason == null
                || DeclineReason.codesIn(reason).stream()
                        .allMatch(code -> DeclineReason.ofCode(code).isPresent());
    }

    private static boolean dischargeSummary(Attempt attempt) {
        return attempt.facts().care().dischargeSummary() != DischargeSummary.NONE
                || attempt.input().hasReason()
                || SUMMARY_TYPES.stream()
                        .anyMatch(type -> attempt.input().output(type).isPresent());
    }
}
