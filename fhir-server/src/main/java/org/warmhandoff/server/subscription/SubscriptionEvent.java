package org.warmhandoff.server.subscription;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.BusinessStatus;

/**
 * That a subscriber is to be told of a step of a referral.
 *
 * @param announces whether it is how the owner gets the referral at all
 * @param number null before it may leave
 */
record SubscriptionEvent(
        long deliveryId,
        String subscription,
        String task,
        BusinessStatus state,
        Instant at,
        boolean announces,
        @Nullable Long number) {}
