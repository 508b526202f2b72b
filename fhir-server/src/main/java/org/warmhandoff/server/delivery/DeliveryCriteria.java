package org.warmhandoff.server.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Picks deliveries; what is null fits all.
 *
 * @param tasks referrals of which one must be told of; an empty list fits none
 * @param messageId the id under which the partner knows it: a UUID, or the MSH-10 that is made of it
 * @param reason its error bucket
 * @param since inclusive
 * @param until exclusive
 */
public record DeliveryCriteria(
        @Nullable List<String> tasks,
        @Nullable String messageId,
        @Nullable String partner,
        @Nullable String state,
        @Nullable String reason,
        @Nullable Instant since,
        @Nullable Instant until) {

    public static final DeliveryCriteria ALL = new DeliveryCriteria(null, null, null, null, null, null, null);
}
