package org.warmhandoff.server.consent;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.partner.PartnerKind;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.patient.Survivors;

/** {@code POST Patient/[id]/$emergency-access}: medical personnel attest an emergency and may read for a short time. */
@Component
public class EmergencyOperation {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NATURE = 2_000;

    /** Where there are medical personnel. */
    private static final Set<PartnerKind> TREAT =
            EnumSet.of(PartnerKind.HOSPITAL, PartnerKind.REHAB, PartnerKind.IOP_PROGRAM);

    private final EmergencyAccesses accesses;
    private final Survivors survivors;
    private final PartnerDirectory partners;
    private final Workforce workforce;

    EmergencyOperation(
            EmergencyAccesses accesses, Survivors survivors, PartnerDirectory partners, Workforce workforce) {
        this.accesses = accesses;
        this.survivors = survivors;
        this.partners = partners;
        this.workforce = workforce;
    }

    /**
     * @param name of the person who treats
     * @param affiliation to which institution that person belongs
     * @param nature of the emergency
     * @param organization for which partner, when staff enters it
     * @return {@code id}, {@code until}, and the {@code purpose} to read with. 403 for others, 404 no such patient, 422 incomplete
     */
    @Operation(name = "$emergency-access", typeName = "Patient")
    public Parameters grant(
            @IdParam IdType id,
            @OperationParam(name = "name") @Nullable StringType name,
            @OperationParam(name = "affiliation") @Nullable StringType affiliation,
            @OperationParam(name = "nature") @Nullable StringType nature,
            @OperationParam(name = "organization") @Nullable Reference organization) {
        Caller caller = workforce.anybody().orElseThrow(EmergencyOperation::forbidden);
        Partner partner = partner(caller, organization);
        EmergencyAccess.Attested attested = new EmergencyAccess.Attested(
                text("name", name, LONGEST_NAME),
                text("affiliation", affiliation, LONGEST_NAME),
                text("nature", nature, LONGEST_NATURE));
        Patient patient = survivors.of(id.getIdPart()).orElseThrow(() -> new ResourceNotFoundException(id));
        EmergencyAccess access =
                accesses.grant(patient.getIdElement().getIdPart(), partner.id(), attested, caller.name());
        Parameters answer = new Parameters().addParameter("id", access.id().toString());
        answer.addParameter().setName("until").setValue(SignedConsentGuard.instant(access.until()));
        answer.addParameter().setName("purpose").setValue(new CodeType("ETREAT"));
        return answer;
    }

    private Partner partner(Caller caller, @Nullable Reference organization) {
        boolean own = caller.kind() == Caller.Kind.PARTNER;
        Optional<String> id = own ? Optional.ofNullable(caller.partner()) : named(organization);
        Partner partner = id.flatMap(partners::byId)
                .orElseThrow(() ->
                        own ? forbidden() : new UnprocessableEntityException("The organization must be a partner."));
        if (!TREAT.contains(partner.kind())) {
            throw own ? forbidden() : new UnprocessableEntityException("The organization must be one that treats.");
        }
        return partner;
    }

    private static Optional<String> named(@Nullable Reference organization) {
        return organization == null
                ? Optional.empty()
                : NamedRecipients.of(organization).stream().findFirst();
    }

    private static String text(String what, @Nullable StringType value, int longest) {
        String text = value == null || value.getValue() == null
                ? ""
                : value.getValue().strip();
        if (text.isEmpty() || text.length() > longest) {
            throw new UnprocessableEntityException(
                    "The attestation needs a " + what + " of 1 to " + longest + " characters (42 CFR 2.51(c)).");
        }
        return text;
    }

    private static ForbiddenOperationException forbidden() {
        return new ForbiddenOperationException("Only medical personnel may do this.");
    }
}
