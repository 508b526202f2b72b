package org.warmhandoff.server.referral.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.profiles.BusinessStatus.ADMITTED;
import static org.warmhandoff.profiles.BusinessStatus.CONSENT_PENDING;
import static org.warmhandoff.profiles.BusinessStatus.CREATED;
import static org.warmhandoff.profiles.BusinessStatus.DISCHARGE_PENDING;
import static org.warmhandoff.profiles.BusinessStatus.INTAKE_MISSED;
import static org.warmhandoff.profiles.BusinessStatus.INTAKE_SCHEDULED;
import static org.warmhandoff.profiles.BusinessStatus.IN_TRIAGE;
import static org.warmhandoff.profiles.BusinessStatus.WAITLISTED;
import static org.warmhandoff.server.referral.state.Moves.apply;
import static org.warmhandoff.server.referral.state.Moves.outcome;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.server.referral.state.ReferralFacts.Care;
import org.warmhandoff.server.referral.state.ReferralFacts.DischargeSummary;
import org.warmhandoff.server.referral.state.ReferralFacts.MissedIntakes;
import org.warmhandoff.server.referral.state.ReferralFacts.Programme;
import org.warmhandoff.server.referral.state.ReferralFacts.Request;
import org.warmhandoff.server.referral.state.TransitionResult.GuardFailed;
import org.warmhandoff.server.referral.state.TransitionResult.MissingInput;

class GuardTest {

    @ParameterizedTest
    @CsvSource({
        "IN_TRIAGE, 2.1, CAPACITY, moved",
        "IN_TRIAGE, , CAPACITY, moved",
        "IN_TRIAGE, 3.5, CAPACITY, LEVEL_OFFERED",
        "IN_TRIAGE, 2.1, NO_CAPACITY, CAPACITY",
        "IN_TRIAGE, 2.1, WAITLIST, moved",
        "WAITLISTED, 3.5, CAPACITY, LEVEL_OFFERED",
        "WAITLISTED, 2.1, NO_CAPACITY, CAPACITY",
    })
    void only_a_level_on_offer_is_accepted_and_only_while_there_is_room(
            BusinessStatus from, String requested, CapacityStatus capacity, String expected) {
        ReferralFacts facts = ReferralFacts.NONE
                .with(new Request(requested, null, false, false))
                .with(new Programme(Set.of("1.5", "2.1"), capacity, true));

        assertThat(outcome(from, TransitionInput.of(ReferralEvent.ACCEPT), facts))
                .isEqualTo(expected);
    }

    @Test
    void a_programme_that_states_no_levels_may_accept_any() {
        ReferralFacts facts = ReferralFacts.NONE.with(new Request("3.5", null, false, false));

        assertThat(outcome(IN_TRIAGE, TransitionInput.of(ReferralEvent.ACCEPT), facts))
                .isEqualTo("moved");
    }

    @Test
    void a_full_programme_may_put_somebody_on_its_waitlist() {
        ReferralFacts facts = ReferralFacts.NONE.with(new Programme(Set.of(), CapacityStatus.NO_CAPACITY, true));

        assertThat(outcome(IN_TRIAGE, TransitionInput.of(ReferralEvent.WAITLIST), facts))
                .isEqualTo("moved");
    }

    @Test
    void acceptance_does_not_wait_for_a_consent_to_tell_the_requester() {
        assertThat(outcome(IN_TRIAGE, TransitionInput.of(ReferralEvent.ACCEPT), ReferralFacts.NONE))
                .isEqualTo("moved");
    }

    @Test
    void consent_pending_ends_only_when_a_consent_is_active() {
        TransitionInput received = TransitionInput.of(ReferralEvent.CONSENT_RECEIVED);
        Care consented = new Care(false, false, true, DischargeSummary.NONE, false);

        assertThat(outcome(CONSENT_PENDING, received, ReferralFacts.NONE)).isEqualTo("DISCLOSURE_CONSENT");
        assertThat(outcome(CONSENT_PENDING, received, ReferralFacts.NONE.with(consented)))
                .isEqualTo("moved");
    }

    @ParameterizedTest
    @CsvSource({"1, moved", "2, moved", "3, TRIES_LEFT", "4, TRIES_LEFT"})
    void a_missed_intake_is_scheduled_again_at_most_until_the_third_miss(int misses, String expected) {
        assertThat(outcome(INTAKE_MISSED, Moves.complete(ReferralEvent.SCHEDULE_INTAKE), missed(misses, 1)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 13, GIVEN_UP_CONTACT",
        "1, 14, moved",
        "2, 13, GIVEN_UP_CONTACT",
        "3, 0, moved",
        "0, 99, GIVEN_UP_CONTACT"
    })
    void after_misses_the_programme_declines_at_the_third_or_after_14_days(int misses, int days, String expected) {
        TransitionInput decline =
                TransitionInput.of(ReferralEvent.DECLINE).withReason(DeclineReason.UNABLE_TO_CONTACT.asConcept());

        assertThat(outcome(INTAKE_MISSED, decline, missed(misses, days))).isEqualTo(expected);
    }

    @Test
    void after_misses_no_other_coded_reason_will_do_but_free_text_will() {
        ReferralFacts facts = missed(3, 20);
        TransitionInput decline = TransitionInput.of(ReferralEvent.DECLINE);

        assertThat(outcome(INTAKE_MISSED, decline.withReason(DeclineReason.SAFETY.asConcept()), facts))
                .isEqualTo("UNABLE_TO_CONTACT");
        assertThat(outcome(INTAKE_MISSED, TransitionInput.of(ReferralEvent.DECLINE, "never answered"), facts))
                .isEqualTo("moved");
    }

    @Test
    void a_decline_reason_of_our_system_must_be_one_that_the_system_has() {
        TransitionInput decline = TransitionInput.of(ReferralEvent.DECLINE);
        CodeableConcept made = new CodeableConcept(
                new Coding().setSystem(CodeSystems.DECLINE_REASON).setCode("too-far"));

        assertThat(outcome(WAITLISTED, decline.withReason(made), ReferralFacts.NONE))
                .isEqualTo("KNOWN_DECLINE_REASON");
        for (DeclineReason reason : DeclineReason.values()) {
            assertThat(outcome(WAITLISTED, decline.withReason(reason.asConcept()), ReferralFacts.NONE))
                    .isEqualTo("moved");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, moved",
        "false, true, ASAM_RECORDED",
        "true, false, TREATMENT_CONSENT",
    })
    void nobody_is_admitted_without_assessment_and_treatment_consent(boolean asam, boolean consent, String expected) {
        Care care = new Care(asam, consent, false, DischargeSummary.NONE, false);

        assertThat(outcome(INTAKE_SCHEDULED, Moves.complete(ReferralEvent.ADMIT), ReferralFacts.NONE.with(care)))
                .isEqualTo(expected);
    }

    @Test
    void admit_names_the_outputs_that_it_misses_unless_they_are_on_file() {
        TransitionInput bare = TransitionInput.of(ReferralEvent.ADMIT);
        Care assessed = new Care(true, false, false, DischargeSummary.NONE, false);

        assertThat(apply(INTAKE_SCHEDULED, bare, ReferralFacts.NONE))
                .isInstanceOfSatisfying(MissingInput.class, missing -> assertThat(missing.sentence())
                        .isEqualTo("Event admit needs an output that refers to Observation and an output that"
                                + " refers to Consent."));
        assertThat(apply(INTAKE_SCHEDULED, bare, ReferralFacts.NONE.with(assessed)))
                .isInstanceOfSatisfying(MissingInput.class, missing -> assertThat(missing.what())
                        .containsExactly("an output that refers to Consent"));
        assertThat(outcome(INTAKE_SCHEDULED, bare, Moves.ALL_WELL)).isEqualTo("moved");
    }

    @Test
    void an_intake_is_scheduled_with_its_appointment_and_nothing_else_counts() {
        TransitionInput schedule = TransitionInput.of(ReferralEvent.SCHEDULE_INTAKE);

        assertThat(outcome(BusinessStatus.ACCEPTED, schedule, Moves.ALL_WELL)).isEqualTo("MissingInput");
        assertThat(outcome(
                        BusinessStatus.ACCEPTED,
                        schedule.withOutputs(List.of(Moves.output("intake-appointment", "Encounter/1"))),
                        Moves.ALL_WELL))
                .isEqualTo("MissingInput");
    }

    @ParameterizedTest
    @EnumSource(
            value = ReferralEvent.class,
            names = {"COMPLETE", "TRANSFER", "LEAVE"})
    void a_stay_closes_only_with_its_summary_or_with_a_reason_why_there_is_none(ReferralEvent event) {
        ReferralFacts nothing = ReferralFacts.NONE.with(new Request(null, null, false, true));
        Care waived = new Care(true, true, true, DischargeSummary.WAIVED, false);
        TransitionInput bare = TransitionInput.of(event);

        assertThat(outcome(DISCHARGE_PENDING, bare, nothing)).isEqualTo("DISCHARGE_SUMMARY");
        assertThat(outcome(DISCHARGE_PENDING, bare, nothing.with(waived))).isEqualTo("moved");
        assertThat(outcome(DISCHARGE_PENDING, bare.withOutputs(List.of(Moves.SUMMARY)), nothing))
                .isEqualTo("moved");
        assertThat(outcome(DISCHARGE_PENDING, bare.withOutputs(List.of(Moves.APPOINTMENT)), nothing))
                .isEqualTo("DISCHARGE_SUMMARY");
        assertThat(outcome(DISCHARGE_PENDING, TransitionInput.of(event, "left no address"), nothing))
                .isEqualTo("moved");
    }

    @Test
    void a_stay_without_any_output_cannot_close() {
        assertThat(outcome(DISCHARGE_PENDING, TransitionInput.of(ReferralEvent.COMPLETE, "waived"), ReferralFacts.NONE))
                .isEqualTo("OUTPUT_RECORDED");
    }

    @Test
    void an_admitted_client_is_transferred_when_the_next_programme_has_accepted() {
        ReferralFacts before = ReferralFacts.NONE.with(new Request(null, null, false, true));
        ReferralFacts after = before.with(new Care(true, true, true, DischargeSummary.NONE, true));

        assertThat(outcome(ADMITTED, TransitionInput.of(ReferralEvent.TRANSFER), before))
                .isEqualTo("NEXT_STEP_ACCEPTED");
        assertThat(outcome(ADMITTED, TransitionInput.of(ReferralEvent.TRANSFER), after))
                .isEqualTo("moved");
    }

    @Test
    void only_what_is_forwarded_can_fail_to_be_delivered() {
        TransitionInput fail = TransitionInput.of(ReferralEvent.FAIL_DELIVERY);

        assertThat(outcome(CREATED, fail, ReferralFacts.NONE)).isEqualTo("FORWARDED");
        assertThat(outcome(CREATED, fail, Moves.ALL_WELL)).isEqualTo("moved");
    }

    @ParameterizedTest
    @EnumSource(BusinessStatus.class)
    void no_referral_expires_before_its_period_is_over(BusinessStatus state) {
        TransitionInput expire = TransitionInput.of(ReferralEvent.EXPIRE);

        assertThat(outcome(state, expire, ReferralFacts.NONE)).isEqualTo(state.terminal() ? "Illegal" : "PERIOD_OVER");
    }

    @ParameterizedTest
    @EnumSource(
            value = ReferralEvent.class,
            names = {"REQUEST_INFO", "AWAIT_CONSENT", "DECLINE", "REQUEST_CANCEL", "WITHDRAW"})
    void these_events_need_a_reason(ReferralEvent event) {
        assertThat(apply(IN_TRIAGE, TransitionInput.of(event), Moves.ALL_WELL))
                .isInstanceOfSatisfying(MissingInput.class, missing -> assertThat(missing.sentence())
                        .isEqualTo("Event " + event.code() + " needs a reason."));
        assertThat(outcome(IN_TRIAGE, TransitionInput.of(event).withReason(new CodeableConcept()), Moves.ALL_WELL))
                .isEqualTo("MissingInput");
        assertThat(outcome(IN_TRIAGE, TransitionInput.of(event, "why"), Moves.ALL_WELL))
                .isEqualTo("moved");
    }

    @Test
    void no_other_event_needs_a_reason() {
        assertThat(EnumSet.allOf(ReferralEvent.class).stream().filter(ReferralEvent::requiresReason))
                .hasSize(5);
    }

    @Test
    void a_failed_guard_says_which_and_why_without_content() {
        TransitionResult result = apply(
                IN_TRIAGE,
                TransitionInput.of(ReferralEvent.ACCEPT),
                Moves.ALL_WELL.with(new Request("3.7-WM", null, false, false)));

        assertThat(result).isInstanceOfSatisfying(GuardFailed.class, failed -> assertThat(failed.sentence())
                .isEqualTo("Event accept is refused: the requested level of care is not among the programme's"
                        + " levels-of-care."));
    }

    private static ReferralFacts missed(int misses, int days) {
        return Moves.ALL_WELL.with(new MissedIntakes(misses, Duration.ofDays(days)));
    }
}
