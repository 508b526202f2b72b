package org.warmhandoff.server.subscription;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.server.delivery.DeliveryOrder;
import org.warmhandoff.server.delivery.DeliveryQueue;

/** Orders what goes to subscribers, in the caller's transaction. */
@Component
class Notifications {

    static final String EVENT = "subscription-event";
    static final String HANDSHAKE = "subscription-handshake";
    static final String HEARTBEAT = "subscription-heartbeat";
    static final String SUBSCRIPTION = "subscription";

    private final DeliveryQueue deliveries;
    private final EventLog events;
    private final Clock clock;

    Notifications(DeliveryQueue deliveries, EventLog events, Clock clock) {
        this.deliveries = deliveries;
        this.events = events;
        this.clock = clock;
    }

    /** @param occasion names the step among all steps of all referrals */
    void event(Subscriber to, String task, BusinessStatus state, boolean announces, String occasion) {
        long delivery = deliveries.enqueue(new DeliveryOrder(
                to.terms().partner(),
                to.orderKey(),
                EVENT,
                task,
                Map.of(SUBSCRIPTION, to.id()),
                EVENT + "/" + to.id() + "/" + occasion));
        events.add(new SubscriptionEvent(delivery, to.id(), task, state, clock.instant(), announces, null));
    }

    /** @param version of the resource that asks for it */
    void handshake(Subscriber to, String version) {
        order(to, HANDSHAKE, version);
    }

    void heartbeat(Subscriber to) {
        order(to, HEARTBEAT, String.valueOf(clock.millis()));
    }

    private void order(Subscriber to, String kind, String occasion) {
        deliveries.enqueue(new DeliveryOrder(
                to.terms().partner(),
                to.orderKey(),
                kind,
                null,
                Map.of(SUBSCRIPTION, to.id()),
                kind + "/" + to.id() + "/" + occasion));
    }
}
