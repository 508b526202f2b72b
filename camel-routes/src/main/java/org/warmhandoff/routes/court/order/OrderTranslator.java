package org.warmhandoff.routes.court.order;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.warmhandoff.routes.intake.ReferralMessage;
import org.warmhandoff.routes.partner.Partner;

/**
 * A court's message to the canonical referral. A new order becomes the whole referral; a change only what it names, so that
 * whoever applies it leaves the rest alone; a vacation one Task that asks for cancellation.
 */
final class OrderTranslator {

    private final OrderBundle bundle;
    private final List<String> notes;

    private OrderTranslator(CourtOrder order, Partner court, Partner program) {
        this.bundle = new OrderBundle(order, court, program);
        this.notes = new ArrayList<>(order.notes());
    }

    static ReferralMessage translate(CourtOrder order, Partner court, Partner program) {
        return new OrderTranslator(order, court, program).translate();
    }

    private ReferralMessage translate() {
        CourtOrder order = bundle.order();
        switch (order.kind()) {
            case COURT_ORDER_TREATMENT, ORDER_MODIFIED, HEARING_NOTICE, ROI_SIGNED -> referral();
            case ORDER_VACATED -> bundle.add("Task", TaskOfOrder.cancellation(bundle));
        }
        return new ReferralMessage(
                order.kind().event(),
                bundle.court(),
                bundle.program(),
                order.numbers().order(),
                bundle.toBundle(),
                notes);
    }

    private void referral() {
        CourtOrder order = bundle.order();
        Reference patient = order.participant() == null
                ? new Reference()
                        .setIdentifier(bundle.number("docket", order.numbers().docket()))
                : bundle.add("Patient", PatientOfOrder.of(bundle, order.participant()));
        ServiceRequest request = RequestOfOrder.of(bundle, patient);
        Reference requestReference = bundle.add("ServiceRequest", request);
        if (order.participant() != null) {
            new DocumentsOfOrder(bundle, patient, request, notes).add(order.participant());
        } else if (!order.documents().isEmpty() || order.release() != null) {
            notes.add("documents left out: no participant is named");
        }
        bundle.add("Task", TaskOfOrder.of(bundle, request, requestReference));
    }
}
