package org.warmhandoff.server.part2;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.warmhandoff.server.part2.PatientConsent.Term;

/** Consents, orders and attestations of an invented patient, with builders for what differs. */
final class Samples {

    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final Duration DAY = Duration.ofDays(1);
    static final String PATIENT = "Patient/1";
    static final String ASKER = "org-asker";
    static final String RECORD = "Encounter/1";
    static final Set<RecordClass> NOTES = Set.of(RecordClass.PSYNOTE, RecordClass.SUDNOTE);

    private Samples() {}

    static Term term() {
        return new Term(NOW.minus(DAY), NOW.plus(DAY), false, null, null, NOW.plus(DAY));
    }

    static Term revoked(Instant when) {
        return new Term(NOW.minus(DAY), NOW.plus(DAY), false, null, when, NOW.minus(DAY));
    }

    static Set<Purpose> purposesOf(ConsentKind kind) {
        return switch (kind) {
            case TPO -> Set.of(Purpose.TREAT, Purpose.HPAYMT, Purpose.HOPERAT);
            case CRIMINAL_JUSTICE, LEGAL_PROCEEDING -> Set.of(Purpose.HLEGAL);
            case HIPAA_AUTH -> EnumSet.complementOf(EnumSet.of(Purpose.LEGAL));
            default -> EnumSet.complementOf(EnumSet.of(Purpose.LEGAL, Purpose.HLEGAL));
        };
    }

    static Directive directiveOf(ConsentKind kind) {
        return kind == ConsentKind.HIPAA_AUTH ? Directive.HIPAA_AUTHORIZATION : Directive.PART2;
    }

    static Provision permit(ConsentKind kind, Set<RecordClass> classes) {
        return new Provision(true, Set.of(ASKER), Set.of(), purposesOf(kind), classes, Set.of());
    }

    static Provision deny(Set<String> recipients, Set<ActorKind> classes) {
        return new Provision(false, recipients, classes, Set.of(), Set.of(), Set.of());
    }

    static PatientConsent consent(ConsentKind kind, Term term, Provision root, Provision... exceptions) {
        return new PatientConsent(
                kind.code() + "-1",
                PATIENT,
                kind,
                directiveOf(kind),
                ConsentStatus.ACTIVE,
                term,
                true,
                root,
                List.of(exceptions));
    }

    static PatientConsent valid(ConsentKind kind) {
        return consent(kind, term(), permit(kind, kind == ConsentKind.COUNSELING_NOTES ? NOTES : Set.of()));
    }

    static PatientConsent renamed(PatientConsent c, String id) {
        return new PatientConsent(
                id,
                c.patient(),
                c.kind(),
                c.directive(),
                c.status(),
                c.term(),
                c.tpoStatements(),
                c.root(),
                c.exceptions());
    }

    static PatientConsent withTerm(PatientConsent c, ConsentStatus status, Term term) {
        return new PatientConsent(
                c.id(),
                c.patient(),
                c.kind(),
                c.directive(),
                status,
                term,
                c.tpoStatements(),
                c.root(),
                c.exceptions());
    }

    static PatientConsent ofPatient(PatientConsent c, String patient) {
        return new PatientConsent(
                c.id(),
                patient,
                c.kind(),
                c.directive(),
                c.status(),
                c.term(),
                c.tpoStatements(),
                c.root(),
                c.exceptions());
    }

    static PatientConsent restriction(Provision root) {
        return consent(ConsentKind.RESTRICTION, term(), root);
    }

    static EmergencyAttestation emergency() {
        return emergency("Dr. A", "Mercy ED", "overdose", NOW.minusSeconds(60), NOW.plusSeconds(3600));
    }

    static EmergencyAttestation emergency(String name, String affiliation, String nature, Instant from, Instant to) {
        return new EmergencyAttestation("e-1", PATIENT, ASKER, name, affiliation, nature, from, to);
    }

    static Actor actor(ActorKind kind, Set<Standing> standings) {
        return new Actor(kind, ASKER, null, standings);
    }

    static Question question(ActorKind kind, Purpose purpose, Set<Label> labels, PatientConsent... consents) {
        return new Question(
                actor(kind, EnumSet.allOf(Standing.class)),
                purpose,
                new RecordFacts(RECORD, PATIENT, RecordKind.ENCOUNTER, labels),
                List.of(consents),
                List.of(),
                null,
                NOW);
    }

    static Question with(Question q, List<PatientConsent> consents) {
        return new Question(q.actor(), q.purpose(), q.record(), consents, q.orders(), q.emergency(), q.at());
    }

    static Question at(Question q, Instant at) {
        return new Question(q.actor(), q.purpose(), q.record(), q.consents(), q.orders(), q.emergency(), at);
    }
}
