package org.warmhandoff.server.delivery;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A delivery row: what was ordered (see {@link DeliveryOrder}) and how far it is. */
public record Delivery(
        long id,
        String partnerId,
        String orderKey,
        String kind,
        @Nullable String taskId,
        Map<String, String> payload,
        String idempotencyKey,
        Instant createdAt,
        Progress progress) {

    /**
     * How far a delivery is.
     *
     * @param attempts sendings tried so far
     * @param firstAttemptAt from when giving up is reckoned
     * @param dueAt not to leave before
     * @param reason code of the last failure, of the hold or of the death
     * @param evidence how we know that the partner has it
     */
    public record Progress(
            DeliveryState state,
            int attempts,
            @Nullable Instant firstAttemptAt,
            Instant dueAt,
            @Nullable String reason,
            @Nullable String evidence) {}

    public Delivery {
        payload = Map.copyOf(payload);
    }

    public DeliveryState state() {
        return progress.state();
    }
}
