package org.warmhandoff.server.consent;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;

/** Reads the terms of one Consent. Pure. */
final class ConsentTerms {

    /** Kind of consent for the criminal justice system (42 CFR 2.35). */
    static final String CRIMINAL_JUSTICE = "criminal-justice-2.35";

    private static final String REVOKED_ON = Canonical.structureDefinition("consent-revoked-on");

    /** From the start of a day in the server's zone to its end in the last zone on earth. */
    private static final Duration LONGEST_DAY = Duration.ofHours(36);

    private ConsentTerms() {}

    static boolean inForce(Consent consent, Instant now) {
        boolean revoked = consent.hasExtension(REVOKED_ON)
                && consent.getExtensionByUrl(REVOKED_ON).getValue() != null;
        return consent.getStatus() == Consent.ConsentState.ACTIVE
                && !revoked
                && consent.hasProvision()
                && contains(consent.getProvision().getPeriod(), Date.from(now));
    }

    /** The last moment of the period; null when it has none. */
    static @Nullable Date end(Period period) {
        // An end given as a date lasts to the end of that day, wherever the reader is.
        return period.hasEnd() && period.getEndElement().getPrecision().ordinal() <= TemporalPrecisionEnum.DAY.ordinal()
                ? Date.from(period.getEnd().toInstant().plus(LONGEST_DAY))
                : period.getEnd();
    }

    private static boolean contains(Period period, Date now) {
        Date end = end(period);
        return (!period.hasStart() || !period.getStart().after(now)) && (end == null || !end.before(now));
    }

    static boolean isOfKind(Consent consent, String kind) {
        return consent.getCategory().stream()
                .flatMap(category -> category.getCoding().stream())
                .anyMatch(
                        coding -> CodeSystems.CONSENT_KIND.equals(coding.getSystem()) && kind.equals(coding.getCode()));
    }

    static boolean permits(Consent consent, String partnerId) {
        return consent.getProvision().getType() != ConsentProvisionType.DENY
                && consent.getProvision().getProvision().stream()
                        .noneMatch(nested -> nested.getType() == ConsentProvisionType.DENY && names(nested, partnerId))
                && names(consent.getProvision(), partnerId);
    }

    static boolean denies(Consent consent, String partnerId) {
        return consent.getProvision().getType() == ConsentProvisionType.DENY
                && names(consent.getProvision(), partnerId);
    }

    private static boolean names(Consent.ProvisionComponent provision, String partnerId) {
        return provision.getActor().stream().anyMatch(actor -> isPartner(actor.getReference(), partnerId));
    }

    private static boolean isPartner(Reference reference, String partnerId) {
        boolean logical = Canonical.PARTNER.equals(reference.getIdentifier().getSystem())
                && partnerId.equalsIgnoreCase(reference.getIdentifier().getValue());
        boolean literal = "Organization".equals(reference.getReferenceElement().getResourceType())
                && partnerId.equals(reference.getReferenceElement().getIdPart());
        return logical || literal;
    }
}
