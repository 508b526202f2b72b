package org.warmhandoff.server.consent;

import ca.uhn.fhir.context.FhirContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.GuidePackage;
import org.warmhandoff.server.part2.Actor;
import org.warmhandoff.server.part2.ActorKind;
import org.warmhandoff.server.part2.Decision;
import org.warmhandoff.server.part2.DecisionEngine;
import org.warmhandoff.server.part2.Label;
import org.warmhandoff.server.part2.PatientConsent;
import org.warmhandoff.server.part2.Policy;
import org.warmhandoff.server.part2.Purpose;
import org.warmhandoff.server.part2.Question;
import org.warmhandoff.server.part2.RecordFacts;
import org.warmhandoff.server.part2.RecordKind;
import org.warmhandoff.server.part2.Standing;

/** Consents of the guide, and what the rules make of them. */
final class Asked {

    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final DecisionEngine ENGINE = new DecisionEngine(Policy.load("policy-1"));

    private Asked() {}

    static Consent example(String name) {
        return FHIR.newJsonParser()
                .parseResource(Consent.class, GuidePackage.read("package/example/Consent-" + name + ".json"));
    }

    /** One for treatment by Mercy, Part 2 records and others. */
    static Consent tpo() {
        return example("jordan-consent-tpo");
    }

    static ProvisionComponent nested(Consent consent, ConsentProvisionType type) {
        return consent.getProvision().addProvision().setType(type);
    }

    static Reference partner(String id) {
        Reference reference = new Reference();
        reference.getIdentifier().setSystem(Canonical.PARTNER).setValue(id);
        return reference;
    }

    static Consent revokedOn(Consent consent, String when) {
        consent.addExtension(TermReader.REVOKED_ON, new DateTimeType(when));
        return consent;
    }

    /** Whether a Part 2 encounter may go to Mercy for treatment. */
    static boolean goes(Consent... consents) {
        return goes("mercy-hospital", Purpose.TREAT, NOW, consents);
    }

    static boolean goes(String to, Purpose purpose, Instant at, Consent... consents) {
        List<PatientConsent> read =
                Arrays.stream(consents).map(ConsentReader::read).toList();
        return decide(ActorKind.TREATING_HOSPITAL, to, purpose, RecordKind.ENCOUNTER, Label.PART2, at, read)
                instanceof Decision.Permit;
    }

    static Decision decide(
            ActorKind kind,
            String to,
            Purpose purpose,
            RecordKind record,
            Label label,
            Instant at,
            List<PatientConsent> consents) {
        Actor actor = new Actor(
                kind, to, null, Set.of(Standing.IDENTIFIED, Standing.COVERED_ON_SERVICE_DATE, Standing.MEMBER_MATCHED));
        return ENGINE.decide(new Question(
                actor,
                purpose,
                new RecordFacts("Encounter/1", "jordan-doe", record, Set.of(label)),
                consents,
                List.of(),
                null,
                at));
    }
}
