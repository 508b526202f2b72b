package org.warmhandoff.server.subscription;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.server.referral.ReferralRecord;

/**
 * A row of the register of subscriptions.
 *
 * @param id of the FHIR resource
 * @param terms what was asked for
 * @param configured whether the partner's entry asks, and no client
 * @param lastNumber of the last event
 */
record Subscriber(String id, Terms terms, State state, boolean configured, long lastNumber) {

    static final String CONFIGURED_PREFIX = "partner-";

    enum State {
        REQUESTED,
        ACTIVE,
        ERROR,
        OFF;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static State ofCode(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /**
     * What a subscriber asks for.
     *
     * @param partner id of the partner that it belongs to
     * @param withIds whether notifications name what changed, or only that something did
     * @param contentType of notifications
     * @param filters all must match
     * @param timeout for one notification
     * @param heartbeat after how long a silence a sign of life is due, null for none
     * @param end when it is over, null when never
     */
    record Terms(
            String partner,
            URI address,
            boolean withIds,
            String contentType,
            List<TaskFilter> filters,
            Duration timeout,
            @Nullable Duration heartbeat,
            @Nullable Instant end) {

        Terms {
            filters = List.copyOf(filters);
        }
    }

    /** Deliveries to one subscriber leave one after the other. */
    String orderKey() {
        return "subscription/" + id;
    }

    boolean wants(ReferralRecord referral, BusinessStatus reached, Instant now) {
        return !over(now) && terms.filters().stream().allMatch(filter -> filter.matches(referral, reached));
    }

    boolean over(Instant now) {
        return state == State.OFF || (terms.end() != null && !now.isBefore(terms.end()));
    }
}
