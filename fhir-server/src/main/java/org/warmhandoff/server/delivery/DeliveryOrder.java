package org.warmhandoff.server.delivery;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What shall reach a partner.
 *
 * @param orderKey deliveries to one partner with the same key leave one after the other: the referral
 * @param kind what it is, such as {@code referral-forward}, {@code status-notice} or {@code court-package}; tells the
 *     renderer
 * @param taskId the referral's Task, null when it belongs to none
 * @param payload ids and codes from which the message is rendered when it leaves; never content
 * @param idempotencyKey names the change that it tells of; a second order with the same key is the first one
 * @param holdReason code of what it waits for, null to leave at once
 */
public record DeliveryOrder(
        String partnerId,
        String orderKey,
        String kind,
        @Nullable String taskId,
        Map<String, String> payload,
        String idempotencyKey,
        @Nullable String holdReason) {

    public DeliveryOrder {
        payload = Map.copyOf(payload);
    }

    public DeliveryOrder(
            String partnerId,
            String orderKey,
            String kind,
            @Nullable String taskId,
            Map<String, String> payload,
            String idempotencyKey) {
        this(partnerId, orderKey, kind, taskId, payload, idempotencyKey, null);
    }

    /** The same order, to wait until it is released. */
    public DeliveryOrder heldFor(String reason) {
        return new DeliveryOrder(partnerId, orderKey, kind, taskId, payload, idempotencyKey, reason);
    }
}
