package org.warmhandoff.routes.court.order;

import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.court.order.CourtOrder.Release;

/** A signed release to the court as iop-consent-part2 of the kind {@code criminal-justice-2.35} (42 CFR 2.31, 2.35). */
final class ConsentOfOrder {

    private static final String SCOPE = "http://terminology.hl7.org/CodeSystem/consentscope";
    private static final String PART_2 =
            "https://www.ecfr.gov/current/title-42/chapter-I/subchapter-A/part-2/section-2.35";

    private static final String REVOCABLE_AFTER = Canonical.structureDefinition("consent-revocable-after");
    private static final String EXPIRATION_EVENT = Canonical.structureDefinition("consent-expiration-event");
    private static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    private ConsentOfOrder() {}

    /** @param release null when its terms are not stated: proposed, until staff have read the form */
    static Consent of(OrderBundle bundle, @Nullable Release release, Reference patient, Reference signed) {
        Consent consent = new Consent()
                .setStatus(release == null ? ConsentState.PROPOSED : ConsentState.ACTIVE)
                .setScope(concept(SCOPE, "patient-privacy"))
                .setPatient(patient.copy())
                .setSource(signed.copy())
                .setPolicyRule(concept(CodeSystems.ACT_CODE, "42CFRPart2CD"));
        consent.addCategory(concept(CodeSystems.CONSENT_KIND, "criminal-justice-2.35"));
        consent.addCategory(concept(CodeSystems.LOINC, "59284-0"));
        consent.addPerformer(patient.copy());
        consent.addOrganization(OrderBundle.to(bundle.program()));
        consent.addPolicy().setUri(PART_2);
        consent.getProvision()
                .setType(ConsentProvisionType.PERMIT)
                .addPurpose(new Coding(CodeSystems.ACT_REASON, "HLEGAL", null))
                .addActor()
                .setRole(concept(CodeSystems.PARTICIPATION_TYPE, "IRCP"))
                .setReference(OrderBundle.to(bundle.court()));
        if (release == null) {
            unstated(consent);
        } else {
            terms(consent, release);
        }
        return consent;
    }

    private static void terms(Consent consent, Release release) {
        consent.setDateTimeElement(new DateTimeType(release.signedOn().toString()));
        consent.addExtension(
                REVOCABLE_AFTER, new DateType(release.revocableAfter().toString()));
        if (release.expirationEvent() != null) {
            consent.addExtension(
                    EXPIRATION_EVENT,
                    concept(Canonical.codeSystem("consent-expiration-event"), release.expirationEvent()));
        }
        Period period =
                new Period().setStartElement(new DateTimeType(release.signedOn().toString()));
        if (release.expires() != null) {
            period.setEndElement(new DateTimeType(release.expires().toString()));
        }
        consent.getProvision().setPeriod(period);
    }

    private static void unstated(Consent consent) {
        DateType unknown = new DateType();
        unknown.addExtension(ABSENT, new CodeType("unknown"));
        consent.addExtension(REVOCABLE_AFTER, unknown);
        consent.addExtension(
                EXPIRATION_EVENT, new CodeableConcept().setText("Not stated; to be completed from the signed form."));
    }

    private static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(new Coding(system, code, null));
    }
}
