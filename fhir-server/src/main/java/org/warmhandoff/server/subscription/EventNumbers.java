package org.warmhandoff.server.subscription;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.referral.ReferralRegister;
import org.warmhandoff.server.referral.notice.ReferralDisclosure;

/**
 * Numbers events when they may leave, so that numbers have no gap and tell nothing of what is withheld. Before a
 * subscriber is answered or sent anything, all that happened is decided, in its order.
 */
@Component
class EventNumbers {

    private static final int BATCH = 200;

    private final SubscriptionRegister register;
    private final EventLog events;
    private final ReferralRegister referrals;
    private final ReferralDisclosure disclosure;
    private final TransactionTemplate transaction;

    EventNumbers(
            SubscriptionRegister register,
            EventLog events,
            ReferralRegister referrals,
            ReferralDisclosure disclosure,
            TransactionTemplate transaction) {
        this.register = register;
        this.events = events;
        this.referrals = referrals;
        this.disclosure = disclosure;
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
        List<SubscriptionEvent> undecided =
                found.isEmpty() ? List.of() : events.undecided(subscription, BATCH);
        if (undecided.isEmpty()) {
            return false;
        }
        Subscriber subscriber = found.get();
        Map<String, ReferralRecord> moved = referrals(undecided);
        // A consent that comes meanwhile is seen here, or sees here what was withheld.
        disclosure.hold(moved.values());
        long number = subscriber.lastNumber();
        for (SubscriptionEvent event : undecided) {
            if (mayKnow(subscriber, event)) {
                events.number(event.deliveryId(), ++number);
            } else {
                events.withhold(event.deliveryId());
            }
        }
        register.lastNumber(subscription, number);
        return undecided.size() == BATCH;
    }

    private Map<String, ReferralRecord> referrals(List<SubscriptionEvent> undecided) {
        Map<String, ReferralRecord> found = new LinkedHashMap<>();
        undecided.forEach(event ->
                referrals.byTask(event.task()).ifPresent(referral -> found.put(event.task(), referral)));
        return found;
    }

    /** Asks anew: what was allowed when it was numbered need not be when it leaves. */
    boolean mayKnow(Subscriber subscriber, SubscriptionEvent event) {
        return referrals
                .byTask(event.task())
                .filter(referral -> disclosure.mayKnow(subscriber.terms().partner(), referral, event.state()))
                .isPresent();
    }
}
