package org.warmhandoff.server.access.write;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.routes.partner.PartnerKind;

/**
 * What a partner may bring, whatever its scopes: facts of care about clients whom it refers or treats. Who is who, who covers
 * whom, what happened here and what was audited is not for it to say.
 */
public final class PartnerRules {

    private static final Set<String> BROUGHT = Set.of(
            "AllergyIntolerance",
            "Appointment",
            "Binary",
            "CarePlan",
            "Communication",
            "Composition",
            "Condition",
            "Consent",
            "Coverage",
            "DiagnosticReport",
            "DocumentReference",
            "Encounter",
            "Goal",
            "ImagingStudy",
            "Immunization",
            "Media",
            "Medication",
            "MedicationAdministration",
            "MedicationDispense",
            "MedicationRequest",
            "Observation",
            "Patient",
            "Practitioner",
            "PractitionerRole",
            "Procedure",
            "QuestionnaireResponse",
            "RelatedPerson",
            "ServiceRequest",
            "Specimen",
            "Subscription",
            "Task");

    private static final Set<String> OPERATIONS = Set.of(
            "$process-message",
            "$transition",
            "$emergency-access",
            "$status",
            "$events",
            "$export",
            "$export-poll-status",
            "$member-match",
            "$note",
            "$validate",
            "$expand",
            "$validate-code",
            "$lookup",
            "$translate",
            "$subsumes");

    /** Its word on who may see, or whom it pays for, would open records to itself. */
    private static final Set<PartnerKind> OF_NO_CONSENT = EnumSet.of(PartnerKind.PAYER, PartnerKind.LAB);

    private static final Set<ConsentState> NOT_YET = EnumSet.of(ConsentState.DRAFT, ConsentState.PROPOSED);

    private final String partner;
    private final PartnerKind kind;

    public PartnerRules(String partner, PartnerKind kind) {
        this.partner = partner;
        this.kind = kind;
    }

    public static boolean mayInvoke(String operation) {
        return OPERATIONS.contains(operation);
    }

    public static boolean mayBring(String type) {
        return BROUGHT.contains(type);
    }

    /** Whether what it brings is for it to say. */
    public boolean mayState(Resource resource) {
        if (resource instanceof Consent consent) {
            return !OF_NO_CONSENT.contains(kind)
                    && isItsOwn(consent.getOrganization())
                    // A court may ask for a release; that it is signed, the client says (42 CFR 2.35).
                    && (kind != PartnerKind.COURT || NOT_YET.contains(consent.getStatus()));
        }
        return !(resource instanceof Coverage) || kind != PartnerKind.PAYER;
    }

    /** Whether it keeps the paper itself, be it with the programme that it refers to. */
    private boolean isItsOwn(List<Reference> custodians) {
        return custodians.stream().anyMatch(this::isItself);
    }

    private boolean isItself(Reference custodian) {
        if (custodian.hasReference()) {
            IdType id = new IdType(custodian.getReference());
            boolean named =
                    "Organization".equals(id.getResourceType()) && partner.equals(id.getIdPart()) && !id.isAbsolute();
            return named && (!custodian.hasIdentifier() || isIdentified(custodian));
        }
        return isIdentified(custodian);
    }

    private boolean isIdentified(Reference custodian) {
        return Canonical.PARTNER.equals(custodian.getIdentifier().getSystem())
                && partner.equalsIgnoreCase(custodian.getIdentifier().getValue());
    }
}
