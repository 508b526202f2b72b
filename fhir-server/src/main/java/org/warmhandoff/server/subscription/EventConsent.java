package org.warmhandoff.server.subscription;

import java.util.Collection;

/** Whether a subscriber may be told of an event. */
interface EventConsent {

    /** Until the caller's transaction ends, no consent that comes is missed for these. */
    void hold(Collection<SubscriptionEvent> events);

    boolean mayKnow(Subscriber subscriber, SubscriptionEvent event);
}
