package org.warmhandoff.server.inbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.intake.BusinessKey;

/**
 * Picks messages that arrived; what is null or empty fits all.
 *
 * @param keys all of which the message must have
 * @param reason its error bucket
 * @param since inclusive
 * @param until exclusive
 */
public record InboxCriteria(
        List<BusinessKey> keys,
        @Nullable String controlId,
        @Nullable String partner,
        @Nullable String state,
        @Nullable String reason,
        @Nullable Instant since,
        @Nullable Instant until) {

    public static final InboxCriteria ALL = new InboxCriteria(List.of(), null, null, null, null, null, null);

    public InboxCriteria {
        keys = List.copyOf(keys);
    }
}
