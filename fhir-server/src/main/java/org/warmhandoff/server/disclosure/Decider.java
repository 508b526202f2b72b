package org.warmhandoff.server.disclosure;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.server.disclosure.facts.Facts;
import org.warmhandoff.server.disclosure.facts.RecordKinds;
import org.warmhandoff.server.identity.Role;
import org.warmhandoff.server.part2.Actor;
import org.warmhandoff.server.part2.ActorKind;
import org.warmhandoff.server.part2.Decision;
import org.warmhandoff.server.part2.DecisionEngine;
import org.warmhandoff.server.part2.Purpose;
import org.warmhandoff.server.part2.Question;
import org.warmhandoff.server.part2.RecordFacts;
import org.warmhandoff.server.part2.RecordKind;
import org.warmhandoff.server.part2.Standing;

/** Puts the question about each record of one occasion to the engine. What is on file is read once a patient. */
final class Decider {

    private static final Set<Role> CARE = EnumSet.of(Role.INTAKE, Role.THERAPIST, Role.PSYCHIATRIST);

    private static final KnownPatient UNKNOWN = new KnownPatient(List.of(), List.of(), List.of(), List.of(), null);

    private final DecisionEngine engine;
    private final FactSources sources;
    private final Recipient recipient;
    private final boolean identified;
    private final Purpose purpose;
    private final Instant at;
    private final Map<String, KnownPatient> patients = new HashMap<>();

    Decider(
            DecisionEngine engine,
            FactSources sources,
            Recipient recipient,
            boolean identified,
            Purpose purpose,
            Instant at) {
        this.engine = engine;
        this.sources = sources;
        this.recipient = recipient;
        this.identified = identified;
        this.purpose = purpose;
        this.at = at;
    }

    /** A file whose records passed the gate as it was made for this partner, and were accounted then. */
    private boolean isReleased(Resource resource) {
        return resource instanceof Binary file
                && identified
                && Canonical.PARTNER.equals(
                        file.getSecurityContext().getIdentifier().getSystem())
                && recipient
                        .organisation()
                        .equals(file.getSecurityContext().getIdentifier().getValue());
    }

    boolean workforce() {
        return recipient.kind() == ActorKind.OWN_WORKFORCE;
    }

    /** What is on file is read again. */
    void renew() {
        patients.clear();
    }

    Decision decide(Resource resource, Facts facts) {
        if (facts.directory() || isReleased(resource)) {
            return engine.noRecord(question(recipient.kind(), facts.record(), standings(), UNKNOWN));
        } else if (workforce()) {
            return engine.decide(question(recipient.kind(), facts.record(), ofWorkforce(resource, facts), UNKNOWN));
        } else if (facts.record().patient().isEmpty()) {
            return ofNobody(resource, facts);
        }
        KnownPatient known = patients.computeIfAbsent(
                facts.record().patient(),
                patient -> identified ? KnownPatient.read(sources, recipient, patient) : UNKNOWN);
        Question question =
                question(recipient.kind(), facts.as(kind(resource, facts, known)), standings(facts, known), known);
        if (!known.tied(recipient.organisation())) {
            return identified && sources.owns(recipient.organisation(), resource)
                    ? engine.noRecord(question)
                    : engine.refuse(question);
        } else if (recipient.kind() == ActorKind.PAYER && known.isForeignCoverage(facts)) {
            return engine.refuse(question);
        }
        Decision decision = engine.decide(question);
        return decision instanceof Decision.Deny ? otherwise(decision, question, known) : decision;
    }

    /** In another capacity, for which there must be a document. */
    private Decision otherwise(Decision denied, Question question, KnownPatient known) {
        ActorKind other = null;
        if (known.emergency() != null && (purpose == Purpose.ETREAT || purpose == Purpose.BTG)) {
            other = ActorKind.EMERGENCY_PROVIDER;
        } else if (!known.orders().isEmpty() && recipient.kind() == ActorKind.COURT_MONITOR) {
            other = ActorKind.COURT_ORDER;
        }
        return other == null
                ? denied
                : allowedOr(
                        denied,
                        engine.decide(question(
                                other, question.record(), question.actor().standings(), known)));
    }

    private static Decision allowedOr(Decision denied, Decision other) {
        return other instanceof Decision.Deny ? denied : other;
    }

    /** Records of several patients, or of none that can be told. */
    private Decision ofNobody(Resource resource, Facts facts) {
        Set<Standing> standings = standings();
        if (identified && facts.patients().isEmpty() && sources.owns(recipient.organisation(), resource)) {
            return engine.noRecord(question(recipient.kind(), facts.record(), standings, UNKNOWN));
        }
        boolean ownGroup = facts.record().kind() == RecordKind.PAYER_GROUP
                && facts.record().reference().equals("Group/" + recipient.organisation());
        if (!ownGroup) {
            return engine.refuse(question(recipient.kind(), facts.record(), standings, UNKNOWN));
        }
        standings.add(Standing.OWN_GROUP);
        return engine.decide(question(recipient.kind(), facts.record(), standings, UNKNOWN));
    }

    private RecordKind kind(Resource resource, Facts facts, KnownPatient known) {
        return known.referredBy(facts.record().reference())
                ? RecordKind.REFERRAL_STATUS
                : RecordKinds.forRecipient(facts.record().kind(), recipient.kind(), resource);
    }

    private Set<Standing> standings() {
        return identified ? EnumSet.of(Standing.IDENTIFIED) : EnumSet.noneOf(Standing.class);
    }

    private Set<Standing> ofWorkforce(Resource resource, Facts facts) {
        Set<Standing> standings = standings();
        boolean cares = recipient.roles().stream().anyMatch(CARE::contains);
        boolean oversees = purpose == Purpose.HOPERAT && recipient.roles().contains(Role.PRIVACY_OFFICER);
        if (cares || oversees) {
            standings.add(Standing.CARE_RELATIONSHIP);
        }
        if (facts.record().governingClass().isNote()
                && recipient.person() != null
                && sources.wrote(recipient.person(), resource)) {
            standings.add(Standing.AUTHOR);
        }
        return standings;
    }

    private Set<Standing> standings(Facts facts, KnownPatient known) {
        Set<Standing> standings = standings();
        if (known.referred()) {
            standings.add(Standing.REFERRED_THE_PATIENT);
        }
        if (recipient.kind() == ActorKind.PAYER && known.coveredOn(facts)) {
            standings.add(Standing.COVERED_ON_SERVICE_DATE);
        }
        if (recipient.kind() == ActorKind.PAYER && !known.coverages().isEmpty()) {
            standings.add(Standing.MEMBER_MATCHED);
        }
        return standings;
    }

    private Question question(ActorKind kind, RecordFacts record, Set<Standing> standings, KnownPatient known) {
        @Nullable String person = recipient.person();
        return new Question(
                new Actor(kind, recipient.organisation(), person, standings),
                purpose,
                record,
                known.consents(),
                known.orders(),
                known.emergency(),
                at);
    }
}
