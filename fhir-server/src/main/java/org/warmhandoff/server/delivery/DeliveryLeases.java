package org.warmhandoff.server.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes and gives back leases, each in a transaction of its own. */
final class DeliveryLeases {

    private final DeliveryRows rows;
    private final TransactionTemplate transaction;
    private final Duration lease;
    private final Clock clock;
    private Instant nextReap = Instant.MIN;

    DeliveryLeases(DeliveryRows rows, TransactionTemplate transaction, Duration lease, Clock clock) {
        this.rows = rows;
        this.transaction = transaction;
        this.lease = lease;
        this.clock = clock;
    }

    List<LeasedDelivery> claim(Map<String, Integer> free, int limit) {
        return Objects.requireNonNull(transaction.execute(status -> rows.claim(free, limit, clock.instant(), lease)));
    }

    /** Looks for leases that ran out, some times during a lease and not every round. Called by one thread. */
    void reap() {
        Instant now = clock.instant();
        if (now.isBefore(nextReap)) {
            return;
        }
        transaction.executeWithoutResult(status -> rows.reap(now));
        nextReap = now.plus(lease.dividedBy(10));
    }

    void giveWay(LeasedDelivery leased) {
        transaction.executeWithoutResult(status -> rows.giveWay(leased, clock.instant()));
    }

    void release(Set<Long> underWay) {
        transaction.executeWithoutResult(status -> rows.release(underWay));
    }

    void hurry(String partnerId) {
        transaction.executeWithoutResult(status -> rows.hurry(partnerId, clock.instant()));
    }
}
