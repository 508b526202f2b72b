package org.warmhandoff.server.part2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private final DecisionEngine engine = new DecisionEngine(Policy.load("policy-1"));

    @Test
    void a_refusal_tells_which_consent_fails_and_since_when() {
        PatientConsent revoked = Samples.withTerm(
                Samples.valid(ConsentKind.TPO), ConsentStatus.INACTIVE, Samples.revoked(Samples.NOW.minusSeconds(60)));
        String text = Explanation.of(engine.decide(
                Samples.question(ActorKind.TREATING_HOSPITAL, Purpose.TREAT, Set.of(Label.PART2), revoked)));
        assertThat(text)
                .startsWith("Denied, as if absent, at 2026-11-23T12:00:00Z by policy-1 (sha256 ")
                .contains("+ rule 16 (42 CFR 2.13(a), 2.13(c)):")
                .contains("- rule 15 (42 CFR 2.31, 2.32, 2.33):")
                .contains("- consent tpo-2.33-1 (tpo-2.33) revoked 2026-11-23T11:59:00Z")
                .endsWith("to do: log\n");
    }

    @Test
    void a_permission_tells_the_consent_and_what_goes() {
        String text = Explanation.of(engine.decide(Samples.question(
                ActorKind.PAYER, Purpose.HPAYMT, Set.of(Label.PART2), Samples.valid(ConsentKind.SPECIFIC))));
        assertThat(text)
                .startsWith("Permitted in part (only class, diagnosis, extension:iop-billing, participant")
                .contains("+ rule 20")
                .contains("on consent specific-2.31-1")
                .contains("redisclosure-prohibited");
    }

    @Test
    void what_is_not_needed_for_the_purpose_is_said_to_be_so() {
        Question encounter =
                Samples.question(ActorKind.PAYER, Purpose.HPAYMT, Set.of(Label.PART2), Samples.valid(ConsentKind.TPO));
        Question note = new Question(
                encounter.actor(),
                encounter.purpose(),
                new RecordFacts("Observation/1", Samples.PATIENT, RecordKind.NOTE, Set.of(Label.PART2)),
                encounter.consents(),
                List.of(),
                null,
                Samples.NOW);
        assertThat(Explanation.of(engine.decide(note))).contains("- payer needs no note (42 CFR 2.13(a))");
    }

    @Test
    void neither_it_nor_a_question_tells_the_nature_of_an_emergency() {
        Question q = new Question(
                Samples.actor(ActorKind.EMERGENCY_PROVIDER, Set.of(Standing.IDENTIFIED)),
                Purpose.BTG,
                new RecordFacts(Samples.RECORD, Samples.PATIENT, RecordKind.ENCOUNTER, Set.of(Label.PART2)),
                List.of(),
                List.of(),
                Samples.emergency(),
                Samples.NOW);
        String text = Explanation.of(engine.decide(q)) + q;
        assertThat(text).contains("rule 14").doesNotContain("overdose", "Dr. A", "Mercy ED");
    }

    @Test
    void all_refusals_to_an_outsider_look_alike_whether_or_not_there_is_a_consent() {
        Decision none =
                engine.decide(Samples.question(ActorKind.TREATING_HOSPITAL, Purpose.HRESCH, Set.of(Label.PART2)));
        Decision some = engine.decide(Samples.question(
                ActorKind.TREATING_HOSPITAL, Purpose.HRESCH, Set.of(Label.PART2), Samples.valid(ConsentKind.TPO)));
        assertThat(((Decision.Deny) none).manner()).isEqualTo(((Decision.Deny) some).manner());
        assertThat(none.obligations()).isEqualTo(some.obligations());
    }
}
