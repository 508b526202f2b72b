package org.warmhandoff.server.part2;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Which court order opens the record asked for. */
final class OrderReview {

    private final Question question;

    OrderReview(Question question) {
        this.question = question;
    }

    /** An order that two persons verified, one of them the privacy officer, and that lists the record. */
    @Nullable
    CourtOrder verified() {
        return question.orders().stream()
                .filter(this::opens)
                .min(Comparator.comparing(CourtOrder::id))
                .orElse(null);
    }

    /** Such an order that cites subpart E and comes with a subpoena; 2.63 if the record is a confidential communication. */
    @Nullable
    CourtOrder underSubpartE() {
        boolean confidential = question.record().has(Label.CONFIDENTIAL_COMMUNICATION);
        return question.orders().stream()
                .filter(this::opens)
                .filter(order -> order.section() != null && order.subpoenaAttached())
                .filter(order -> order.confidentialCommunications() || !confidential)
                .min(Comparator.comparing(CourtOrder::id))
                .orElse(null);
    }

    private boolean opens(CourtOrder order) {
        return question.record().isOf(order.patient())
                && question.actor().isOf(order.recipient())
                && order.items().contains(question.record().reference())
                && inForce(order)
                && order.verifiedBy().size() >= 2
                && order.privacyOfficer() != null
                && order.verifiedBy().contains(order.privacyOfficer());
    }

    private boolean inForce(CourtOrder order) {
        return !question.at().isBefore(order.from())
                && (order.until() == null || question.at().isBefore(order.until()));
    }
}
