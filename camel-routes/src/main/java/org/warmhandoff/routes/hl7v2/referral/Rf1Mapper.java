package org.warmhandoff.routes.hl7v2.referral;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;
import org.warmhandoff.routes.hl7v2.datatype.Fields;
import org.warmhandoff.routes.hl7v2.segment.Translation;
import org.warmhandoff.routes.partner.Partner;

/** RF1 to ServiceRequest; a map of our own, the guide has none. */
final class Rf1Mapper implements RequestMapper {

    private final Translation translation;
    private final Fields rf1;

    Rf1Mapper(Translation translation, Fields rf1) {
        this.translation = translation;
        this.rf1 = rf1;
    }

    @Override
    public ServiceRequest map(Reference patient) {
        ServiceRequest request = new ServiceRequest()
                .setStatus(ServiceRequestStatus.ACTIVE)
                .setIntent(ServiceRequestIntent.ORDER)
                .setSubject(patient.copy())
                .setRequester(Translation.to(translation.sender()))
                .setOccurrence(period());
        request.addPerformer(Translation.to(translation.receiver()));
        identifiers().forEach(request::addIdentifier);
        request.setPriority(priority());
        rf1.concepts(4, CodeTables.v2("0282")).forEach(request::addOrderDetail);
        request.setPerformerType(rf1.concept(5, CodeTables.v2("0284")));
        rf1.concepts(10, "").forEach(request::addReasonCode);
        addCategories(request);
        noteStatus();
        return request;
    }

    /** RF1-6 as the placer's, RF1-11 as the filler's number. */
    @Override
    public List<Identifier> identifiers() {
        List<Identifier> identifiers = new ArrayList<>();
        Identifier placer = rf1.entity(6);
        if (placer != null) {
            identifiers.add(typed(placer, "PLAC"));
        }
        Identifier filler = rf1.entity(11);
        if (filler != null) {
            identifiers.add(typed(filler, "FILL"));
        }
        return identifiers;
    }

    private static Identifier typed(Identifier identifier, String type) {
        return identifier.setType(CodeTables.IDENTIFIER_TYPE.concept(type).orElseThrow());
    }

    /** RF1-7 and 8. */
    @Nullable
    Period period() {
        return rf1.period(7, 8);
    }

    /** RF1-9. */
    @Override
    public @Nullable DateTimeType authored() {
        return rf1.dateTime(9);
    }

    /** RF1-2; an emergency (RF1-5 E) is at least urgent. */
    private ServiceRequestPriority priority() {
        ServiceRequestPriority priority =
                rf1.coded(2, code -> CodeTables.PRIORITY.code(code).map(ServiceRequestPriority::fromCode));
        boolean low = priority == null || priority == ServiceRequestPriority.ROUTINE;
        if (rf1.text(5).equals("E") && low) {
            return ServiceRequestPriority.URGENT;
        }
        return priority == null ? ServiceRequestPriority.ROUTINE : priority;
    }

    private void addCategories(ServiceRequest request) {
        request.addCategory(
                new CodeableConcept(new Coding(CodeSystems.REFERRAL_KIND, kind(translation.sender()), null)));
        rf1.concepts(3, CodeTables.v2("0281")).forEach(request::addCategory);
    }

    /** What kind of referral it is follows from who sends it; courts do not speak HL7 v2. */
    static String kind(Partner sender) {
        return switch (sender.kind()) {
            case HOSPITAL -> "hospital-discharge";
            case REHAB -> "step-down";
            case IOP_PROGRAM -> "step-up";
            case PAYER -> "payer-case-management";
            case COURT, LAB -> "community";
        };
    }

    /** RF1-24. */
    @Override
    public String reasonText() {
        return rf1.text(24);
    }

    /** RF1-10. */
    @Override
    public @Nullable CodeableConcept cancelReason() {
        return rf1.concept(10);
    }

    @Override
    public void noteMissingReason() {
        rf1.note(10, "missing, no reason for referral");
    }

    /** Only the receiver accepts or rejects. */
    private void noteStatus() {
        String status = rf1.text(1);
        if (!status.isEmpty() && !status.equals("P")) {
            rf1.note(1, "ignored: the receiver decides");
        }
    }
}
