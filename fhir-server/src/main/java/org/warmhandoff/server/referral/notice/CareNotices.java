package org.warmhandoff.server.referral.notice;

import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.partner.PartnerEndpoint;
import org.warmhandoff.server.delivery.DeliveryOrder;
import org.warmhandoff.server.delivery.DeliveryQueue;
import org.warmhandoff.server.referral.ReferralListener;
import org.warmhandoff.server.referral.ReferralMove;

/**
 * Orders ADT^A04 at admission and A03 at discharge, and MDM^T02 with the document of either, to a requester whose entry
 * asks for them.
 */
@Component
class CareNotices implements ReferralListener {

    static final String VISIT = "visit-notice";
    static final String DOCUMENT = "document-notice";
    static final String EVENT = "event";
    static final String OUTPUT = "output";

    private final DeliveryQueue deliveries;
    private final PartnerDirectory partners;

    CareNotices(DeliveryQueue deliveries, PartnerDirectory partners) {
        this.deliveries = deliveries;
        this.partners = partners;
    }

    @Override
    public void moved(ReferralMove move) {
        String event = event(move);
        Optional<Partner> requester = partners.byId(move.referral().requester())
                .filter(partner -> partner.endpoint() instanceof PartnerEndpoint.Mllp);
        if (event == null || requester.isEmpty()) {
            return;
        }
        if (wants(requester.get(), "adt")) {
            order(VISIT, requester.get(), move, Map.of(EVENT, event));
        }
        // A discharge is told of with a note of ours where staff wrote no summary; an admission is not.
        String document = event.equals("A03") ? "discharge-summary" : "admission-notice";
        if (wants(requester.get(), "mdm") && (event.equals("A03") || has(move.task(), document))) {
            order(DOCUMENT, requester.get(), move, Map.of(OUTPUT, document));
        }
    }

    private static @Nullable String event(ReferralMove move) {
        if (move.event() == null) {
            return null;
        }
        return switch (move.to()) {
            case ADMITTED -> "admit".equals(move.event().code()) ? "A04" : null;
            case CLOSED_COMPLETED, CLOSED_TRANSFERRED, CLOSED_LEFT -> "A03";
            default -> null;
        };
    }

    private static boolean wants(Partner partner, String notice) {
        return partner.hl7v2().notices().contains(notice);
    }

    private static boolean has(Task task, String output) {
        return task.getOutput().stream().anyMatch(one -> one.getType().hasCoding(CodeSystems.TASK_OUTPUT, output));
    }

    private void order(String kind, Partner partner, ReferralMove move, Map<String, String> payload) {
        String task = move.referral().ids().task();
        deliveries.enqueue(new DeliveryOrder(partner.id(), task, kind, task, payload, kind + "/" + move.key()));
    }
}
