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
import org.warmhandoff.routes.hl7v2.segment.MessageSegments;
import org.warmhandoff.routes.hl7v2.segment.Translation;

/**
 * ORC, OBR and TQ1 of OMG^O19 as IHE 360X uses it, to ServiceRequest (v2-to-FHIR: Segments ORC, OBR and TQ1 to
 * ServiceRequest).
 */
final class OrderMapper implements RequestMapper {

    private final Translation translation;
    private final Fields orc;
    private final Fields obr;
    private final Fields tq1;

    OrderMapper(Translation translation, MessageSegments segments) {
        this.translation = translation;
        this.orc = segments.first("ORC");
        this.obr = segments.first("OBR");
        this.tq1 = segments.first("TQ1");
        orc.skip(1, 4, 5, 6, 8, 10, 11);
        obr.skip(1, 5, 6, 7, 8, 25);
        tq1.skip(1);
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
        obr.concepts(4, "").forEach(request::addOrderDetail);
        obr.concepts(31, "").forEach(request::addReasonCode);
        String kind = Rf1Mapper.kind(translation.sender());
        request.addCategory(new CodeableConcept(new Coding(CodeSystems.REFERRAL_KIND, kind, null)));
        people(12, 16).forEach(request::addSupportingInfo);
        return request;
    }

    /** ORC-2 and 3, else OBR-2 and 3. */
    @Override
    public List<Identifier> identifiers() {
        List<Identifier> identifiers = new ArrayList<>();
        add(identifiers, 2, "PLAC");
        add(identifiers, 3, "FILL");
        return identifiers;
    }

    private void add(List<Identifier> identifiers, int field, String type) {
        Identifier ofOrder = orc.entity(field);
        Identifier number = ofOrder == null ? obr.entity(field) : ofOrder;
        obr.skip(field);
        if (number != null) {
            identifiers.add(
                    number.setType(CodeTables.IDENTIFIER_TYPE.concept(type).orElseThrow()));
        }
    }

    @Override
    public @Nullable DateTimeType authored() {
        return orc.dateTime(9);
    }

    @Override
    public String reasonText() {
        return "";
    }

    @Override
    public @Nullable CodeableConcept cancelReason() {
        return orc.concept(16);
    }

    @Override
    public void noteMissingReason() {
        obr.note(31, "missing, no reason for referral");
    }

    /** The ordering provider: in the order, and once more in what is ordered. */
    private List<Reference> people(int ofOrder, int ofDetail) {
        List<Reference> people = translation.practitioners().references(orc, ofOrder);
        List<Reference> others = translation.practitioners().references(obr, ofDetail);
        return people.isEmpty() ? others : people;
    }

    /** TQ1-7 and 8, before v2.5 OBR-27.4 and 5. */
    private @Nullable Period period() {
        Period period = tq1.period(7, 8);
        obr.skip(27);
        if (period != null) {
            return period;
        }
        DateTimeType start = obr.dateTime(36);
        return start == null ? null : new Period().setStartElement(start);
    }

    /** TQ1-9, before v2.5 OBR-27.6 and OBR-5. */
    private ServiceRequestPriority priority() {
        String said = tq1.text(9);
        if (said.isEmpty()) {
            said = obr.text(27, 6);
        }
        if (said.isEmpty()) {
            said = obr.text(5);
        }
        return CodeTables.ORDER_PRIORITY
                .code(said)
                .map(ServiceRequestPriority::fromCode)
                .orElse(ServiceRequestPriority.ROUTINE);
    }
}
