package org.warmhandoff.server.subscription;

import java.util.Collection;
import java.util.Optional;
import org.warmhandoff.server.disclosure.Way;
import org.warmhandoff.server.outgoing.Disclosure;

/** Whether a subscriber may be told of an event. */
interface EventConsent {

    /** Until the caller's transaction ends, no consent that comes is missed for these. */
    void hold(Collection<SubscriptionEvent> events);

    boolean mayKnow(Subscriber subscriber, SubscriptionEvent event);

    /**
     * Asks when the subscriber is about to be told.
     *
     * @param occasion id of what it is told by, for the ledger
     * @return to be accounted before it is; empty when it may not know
     */
    Optional<Disclosure> disclosure(Subscriber subscriber, SubscriptionEvent event, Way way, String occasion);
}
