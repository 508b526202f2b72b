package org.warmhandoff.routes.fhir;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber is told; ids only.
 *
 * @param subscription id, without the type
 * @param status {@code requested}, {@code active}, {@code error} or {@code off}
 * @param type {@code handshake}, {@code heartbeat}, {@code event-notification}, {@code query-status} or
 *     {@code query-event}
 * @param topic canonical URL
 * @param eventsSinceStart the number of the last event
 */
public record SubscriptionNews(
        String subscription, String status, String type, String topic, long eventsSinceStart, List<Event> events) {

    /**
     * One event.
     *
     * @param focus {@code Task/[id]}; null where the subscriber may not, or does not want to, know it
     */
    public record Event(long number, Instant at, @Nullable String focus) {}

    public SubscriptionNews {
        events = List.copyOf(events);
    }
}
