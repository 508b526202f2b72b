package org.warmhandoff.server.part2;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.warmhandoff.server.part2.Decision.Deny;
import org.warmhandoff.server.part2.PatientConsent.Term;

/** What must hold whatever the case; on questions at random, where consents meet that the finite model keeps apart. */
class DecisionPropertiesTest {

    private static final int MANY = Integer.getInteger("part2.random", 10_000);

    private final DecisionEngine engine = new DecisionEngine(Policy.load("policy-1"));
    private final RandomQuestions random = new RandomQuestions(42);
    private int telling;

    @Test
    void random_questions_are_answered_as_the_table_says() {
        random.each(4 * MANY, q -> {
            Decision decision = engine.decide(q);
            TableOracle.Answer expected = TableOracle.ask(q);
            String got = FiniteModelTest.outcome(decision) + " by "
                    + decision.grounds().rule();
            if (!got.equals(expected.outcome() + " by " + expected.rule())
                    || !decision.obligations().equals(expected.obligations())) {
                assertThat(got + decision.obligations())
                        .as("%s", q)
                        .isEqualTo(expected.outcome() + " by " + expected.rule() + expected.obligations());
            }
            telling += decision instanceof Deny ? 0 : 1;
        });
        assertThat(telling).as("questions that showed something").isGreaterThan(MANY / 10);
    }

    @Test
    void without_a_consent_an_order_or_an_attestation_no_outsider_sees_a_part_2_record() {
        Set<ActorKind> onOtherGrounds = Set.of(
                ActorKind.OWN_WORKFORCE,
                ActorKind.QSO_BA,
                ActorKind.PATIENT,
                ActorKind.PERSONAL_REP,
                ActorKind.AUDITOR,
                ActorKind.PUBLIC_HEALTH);
        random.each(MANY, q -> {
            Question bare = new Question(q.actor(), q.purpose(), q.record(), List.of(), List.of(), null, q.at());
            Decision decision = engine.decide(bare);
            boolean part2 = q.record().classes().contains(RecordClass.P2);
            if (part2
                    && !onOtherGrounds.contains(q.actor().kind())
                    && !Set.of("17", "1a").contains(decision.grounds().rule())) {
                telling++;
                assertThat(decision).as("%s", bare).isInstanceOf(Deny.class);
            }
        });
        assertThat(telling).isGreaterThan(MANY / 10);
    }

    @Test
    void who_is_not_identified_is_shown_nothing_and_a_denial_says_nothing() {
        random.each(MANY, q -> {
            Actor stranger = new Actor(
                    q.actor().kind(), q.actor().organisation(), q.actor().person(), Set.of());
            Decision decision = engine.decide(
                    new Question(stranger, q.purpose(), q.record(), q.consents(), q.orders(), q.emergency(), q.at()));
            assertThat(decision).isInstanceOf(Deny.class);
            assertThat(((Deny) decision).manner()).isEqualTo(Decision.Manner.HIDDEN);
        });
    }

    @Test
    void revoking_a_permission_only_narrows() {
        random.each(MANY, q -> {
            for (PatientConsent consent : q.consents()) {
                boolean stands = consent.status() == ConsentStatus.ACTIVE
                        && consent.term().revokedAt() == null;
                if (stands
                        && consent.permissions().count()
                                == 1L + consent.exceptions().size()) {
                    Term t = consent.term();
                    Term revoked =
                            new Term(t.from(), t.until(), t.endsByEvent(), t.eventAt(), q.at(), t.revocableAfter());
                    narrows(q, replace(q, consent, Samples.withTerm(consent, ConsentStatus.INACTIVE, revoked)));
                }
            }
        });
        assertThat(telling).as("revocations that took something away").isGreaterThan(10);
    }

    @Test
    void adding_a_denial_or_a_restriction_never_widens() {
        random.each(MANY, q -> {
            List<PatientConsent> more = new ArrayList<>(q.consents());
            more.add(random.below(more.size() + 1), Samples.restriction(random.denial()));
            narrows(q, Samples.with(q, more));
        });
        assertThat(telling).as("denials that took something away").isGreaterThan(10);
    }

    @Test
    void adding_an_exception_that_denies_never_widens() {
        random.each(MANY, q -> {
            for (PatientConsent c : q.consents()) {
                List<Provision> exceptions = new ArrayList<>(c.exceptions());
                exceptions.add(random.denial());
                PatientConsent stricter = new PatientConsent(
                        c.id(),
                        c.patient(),
                        c.kind(),
                        c.directive(),
                        c.status(),
                        c.term(),
                        c.tpoStatements(),
                        c.root(),
                        exceptions);
                narrows(q, replace(q, c, stricter));
            }
        });
        assertThat(telling).as("exceptions that took something away").isGreaterThan(10);
    }

    @Test
    void a_label_that_restricts_never_widens() {
        List<Label> restricting = List.of(
                Label.ROSTER,
                Label.SELF_PAY,
                Label.ABOUT_OTHERS,
                Label.COURT_DATA,
                Label.CONFIDENTIAL_COMMUNICATION,
                Label.STATE_CONSENT_NEEDED);
        random.each(MANY, q -> {
            // Staff may read rosters, and no protected note: the one case in which a class is not stricter than
            // another.
            if (q.actor().kind() == ActorKind.OWN_WORKFORCE || q.record().kind() == RecordKind.PAYER_GROUP) {
                return;
            }
            Set<Label> labels = new HashSet<>(q.record().labels());
            labels.add(restricting.get(random.below(restricting.size())));
            RecordFacts r = q.record();
            narrows(
                    q,
                    new Question(
                            q.actor(),
                            q.purpose(),
                            new RecordFacts(r.reference(), r.patient(), r.kind(), labels),
                            q.consents(),
                            q.orders(),
                            q.emergency(),
                            q.at()));
        });
        assertThat(telling).as("labels that took something away").isGreaterThan(10);
    }

    @Test
    void the_order_of_consents_and_orders_is_irrelevant() {
        random.each(MANY, q -> {
            List<PatientConsent> shuffled = new ArrayList<>(q.consents());
            Collections.shuffle(shuffled, random.random());
            List<CourtOrder> reversed = new ArrayList<>(q.orders());
            Collections.reverse(reversed);
            Question other =
                    new Question(q.actor(), q.purpose(), q.record(), shuffled, reversed, q.emergency(), q.at());
            assertSame(engine.decide(q), engine.decide(other), q);
        });
    }

    @Test
    void consents_of_other_patients_change_nothing() {
        random.each(MANY, q -> {
            List<PatientConsent> more = new ArrayList<>(q.consents());
            for (PatientConsent consent : random.consents(3)) {
                more.add(random.below(more.size() + 1), Samples.ofPatient(consent, "Patient/2"));
            }
            assertSame(engine.decide(q), engine.decide(Samples.with(q, more)), q);
        });
    }

    @Test
    void an_id_that_is_blank_matches_nothing() {
        PatientConsent good = Samples.valid(ConsentKind.TPO);
        Provision root = new Provision(
                true, Set.of("", " ", "org"), Set.of(), good.root().purposes(), Set.of(), Set.of());
        for (String blank : List.of("", " ")) {
            PatientConsent toNobody = Samples.consent(ConsentKind.TPO, good.term(), root);
            Actor nobody = new Actor(ActorKind.TREATING_HOSPITAL, blank, blank, Set.of(Standing.IDENTIFIED));
            Actor org = new Actor(ActorKind.TREATING_HOSPITAL, "org", null, Set.of(Standing.IDENTIFIED));
            RecordFacts known =
                    new RecordFacts(Samples.RECORD, Samples.PATIENT, RecordKind.ENCOUNTER, Set.of(Label.PART2));
            RecordFacts unknown = new RecordFacts(Samples.RECORD, blank, RecordKind.ENCOUNTER, Set.of(Label.PART2));
            assertThat(ask(org, known, toNobody)).isInstanceOf(Decision.Permit.class);
            assertThat(ask(nobody, known, toNobody)).isInstanceOf(Deny.class);
            assertThat(ask(org, unknown, Samples.ofPatient(toNobody, blank))).isInstanceOf(Deny.class);
        }
    }

    private Decision ask(Actor actor, RecordFacts record, PatientConsent consent) {
        return engine.decide(
                new Question(actor, Purpose.TREAT, record, List.of(consent), List.of(), null, Samples.NOW));
    }

    @Test
    void what_expired_stays_expired() {
        random.each(MANY, q -> {
            List<PatientConsent> begun = q.consents().stream()
                    .filter(consent -> consent.permissions().count()
                            == 1L + consent.exceptions().size())
                    .filter(consent -> consent.term().from() == null
                            || !consent.term().from().isAfter(q.at()))
                    .toList();
            Question now = new Question(q.actor(), q.purpose(), q.record(), begun, List.of(), null, q.at());
            Instant later = q.at().plusSeconds(1L + random.below(5));
            Instant laterStill = later.plusSeconds(random.below(200_000));
            narrows(now, Samples.at(now, later));
            narrows(Samples.at(now, later), Samples.at(now, laterStill));
        });
        assertThat(telling).as("permissions that expired").isGreaterThan(10);
    }

    @Test
    void every_decision_names_its_rule_and_policy_and_is_logged() {
        Policy policy = Policy.load("policy-1");
        Set<String> rules = policy.tables().rules().stream()
                .map(rule -> rule.id().toString())
                .collect(Collectors.toSet());
        random.each(MANY, q -> {
            Decision decision = engine.decide(q);
            Grounds grounds = decision.grounds();
            assertThat(rules).contains(grounds.rule());
            assertThat(grounds.policyHash()).isEqualTo(policy.sha256());
            assertThat(decision.obligations()).contains(Obligation.LOG);
            boolean copy = decision.obligations().contains(Obligation.COPY_OF_CONSENT);
            assertThat(!copy || grounds.consent().isPresent())
                    .as("a copy of which consent?")
                    .isTrue();
            assertThat(decision.obligations().contains(Obligation.REDACT))
                    .isEqualTo(decision instanceof Decision.Redact);
        });
    }

    private void narrows(Question wide, Question narrow) {
        Decision before = engine.decide(wide);
        Decision after = engine.decide(narrow);
        if (!Width.noWider(after, before)) {
            assertThat(Explanation.of(after))
                    .as("%s\n%s\n%s", wide, narrow, Explanation.of(before))
                    .isEmpty();
        }
        telling += Width.noWider(before, after) ? 0 : 1;
    }

    private static Question replace(Question q, PatientConsent old, PatientConsent by) {
        List<PatientConsent> consents = new ArrayList<>(q.consents());
        consents.set(consents.indexOf(old), by);
        return Samples.with(q, consents);
    }

    private static void assertSame(Decision one, Decision other, Question q) {
        boolean same = Width.noWider(one, other)
                && Width.noWider(other, one)
                && one.obligations().equals(other.obligations())
                && one.grounds().rule().equals(other.grounds().rule())
                && one.grounds().consent().equals(other.grounds().consent())
                && one.grounds().order().equals(other.grounds().order());
        if (!same) {
            assertThat(Explanation.of(one)).as("%s", q).isEqualTo(Explanation.of(other));
        }
    }
}
