package org.warmhandoff.server.subscription;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.server.disclosure.Way;
import org.warmhandoff.server.outgoing.Disclosure;

/**
 * Numbers events when they may leave, so that numbers have no gap and tell nothing of what is withheld. Before a
 * subscriber is answered or sent anything, all that happened is decided, in its order.
 */
@Component
class EventNumbers {

    private static final int BATCH = 200;

    private final SubscriptionRegister register;
    private final EventLog events;
    private final EventConsent consent;
    private final TransactionTemplate transaction;

    EventNumbers(
            SubscriptionRegister register, EventLog events, EventConsent consent, TransactionTemplate transaction) {
        this.register = register;
        this.events = events;
        this.consent = consent;
        this.transaction = transaction;
    }

    /** The subscription with every event decided; empty when there is none. */
    Optional<Subscriber> decided(String subscription) {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> decideSome(subscription)));
        }
        return Objects.requireNonNull(transaction.execute(status -> register.byId(subscription)));
    }

    private boolean decideSome(String subscription) {
        Optional<Subscriber> found = register.locked(subscription);
        List<SubscriptionEvent> undecided = found.isEmpty() ? List.of() : events.undecided(subscription, BATCH);
        if (undecided.isEmpty()) {
            return false;
        }
        Subscriber subscriber = found.get();
        // A consent that comes meanwhile is seen here, or sees here what was withheld.
        consent.hold(undecided);
        long number = subscriber.lastNumber();
        for (SubscriptionEvent event : undecided) {
            if (consent.mayKnow(subscriber, event)) {
                events.number(event.deliveryId(), ++number);
            } else {
                events.withhold(event.deliveryId());
            }
        }
        register.lastNumber(subscription, number);
        return undecided.size() == BATCH;
    }

    /** Asks anew: what was allowed when it was numbered need not be when it leaves. */
    Optional<Disclosure> disclosure(Subscriber subscriber, SubscriptionEvent event, Way way, String occasion) {
        return consent.disclosure(subscriber, event, way, occasion);
    }
}
