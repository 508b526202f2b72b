package org.warmhandoff.routes.court.order;

import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.StringType;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.court.order.CourtOrder.Terms;

/** The order as iop-referral of the kind {@code court-ordered}. */
final class RequestOfOrder {

    private static final String COURT_CASE = Canonical.structureDefinition("court-case");
    private static final String LEVEL = Canonical.structureDefinition("requested-asam-level");
    private static final String EDITION = Canonical.structureDefinition("asam-edition");
    private static final String SNOMED = "http://snomed.info/sct";

    private RequestOfOrder() {}

    static ServiceRequest of(OrderBundle bundle, Reference patient) {
        CourtOrder order = bundle.order();
        ServiceRequest request = new ServiceRequest()
                .setStatus(ServiceRequestStatus.ACTIVE)
                .setIntent(ServiceRequestIntent.ORDER)
                .setCode(new CodeableConcept(
                        new Coding(SNOMED, "1254709001", "Referral to substance use disorder treatment program")))
                .setSubject(patient.copy())
                .setRequester(OrderBundle.to(bundle.court()));
        request.addIdentifier(bundle.placer());
        request.addCategory(new CodeableConcept(new Coding(CodeSystems.REFERRAL_KIND, "court-ordered", null)));
        request.addPerformer(OrderBundle.to(bundle.program()));
        if (order.kind() == OrderKind.COURT_ORDER_TREATMENT) {
            request.addReasonCode().setText("Treatment ordered by a court");
            request.setAuthoredOnElement(authored(order));
            request.setPriority(ServiceRequestPriority.ROUTINE);
        }
        if (order.terms().priority() != null) {
            request.setPriority(ServiceRequestPriority.fromCode(order.terms().priority()));
        }
        request.addExtension(courtCase(bundle));
        level(request, order.terms());
        period(request, order.terms());
        return request;
    }

    private static DateTimeType authored(CourtOrder order) {
        return order.terms().orderedOn() == null
                ? order.envelope().sent()
                : new DateTimeType(order.terms().orderedOn().toString());
    }

    private static Extension courtCase(OrderBundle bundle) {
        CourtOrder order = bundle.order();
        Extension courtCase = new Extension(COURT_CASE);
        courtCase.addExtension("docket", bundle.number("docket", order.numbers().docket()));
        courtCase.addExtension("court", OrderBundle.to(bundle.court()));
        if (order.hearing() != null) {
            courtCase.addExtension("hearing", new DateType(order.hearing().toString()));
        }
        order.terms().conditions().forEach(text -> courtCase.addExtension("condition", new StringType(text)));
        return courtCase;
    }

    private static void level(ServiceRequest request, Terms terms) {
        if (terms.level() == null) {
            return;
        }
        request.addExtension(LEVEL, new CodeableConcept(new Coding(CodeSystems.ASAM_LEVEL, terms.level(), null)));
        if (terms.edition() != null) {
            request.addExtension(EDITION, new CodeType(terms.edition()));
        }
    }

    private static void period(ServiceRequest request, Terms terms) {
        if (terms.start() == null && terms.end() == null) {
            return;
        }
        Period period = new Period();
        if (terms.start() != null) {
            period.setStartElement(new DateTimeType(terms.start().toString()));
        }
        if (terms.end() != null) {
            period.setEndElement(new DateTimeType(terms.end().toString()));
        }
        request.setOccurrence(period);
    }
}
