package org.warmhandoff.server.delivery;

import java.time.Instant;

/** Deliveries to one partner with the same trouble. */
public record DeliveryBucket(String partnerId, String state, String reason, long messages, Instant oldest) {}
