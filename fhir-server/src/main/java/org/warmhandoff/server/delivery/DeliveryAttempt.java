package org.warmhandoff.server.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One entry of a delivery's history: who tried it, when, and what came of it, in codes and transport facts. */
public record DeliveryAttempt(
        String node,
        Instant startedAt,
        Instant endedAt,
        String outcome,
        @Nullable String code,
        @Nullable String reason) {}
