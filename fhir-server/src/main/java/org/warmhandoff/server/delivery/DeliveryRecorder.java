package org.warmhandoff.server.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.server.work.PollingLoop;
import org.warmhandoff.server.work.RetryPolicy;

/** Records what an attempt came to, in one short transaction with what follows from it. */
final class DeliveryRecorder {

    /** A listener that moves a referral meets version conflicts now and then. */
    private static final int TRIES = 3;

    private static final Logger log = LoggerFactory.getLogger(DeliveryRecorder.class);

    private final DeliveryRows rows;
    private final TransactionTemplate transaction;
    private final List<DeliveryListener> listeners;
    private final RetryPolicy retry;
    private final DeliveryMeters meters;
    private final Clock clock;

    DeliveryRecorder(
            DeliveryRows rows,
            TransactionTemplate transaction,
            List<DeliveryListener> listeners,
            RetryPolicy retry,
            DeliveryMeters meters,
            Clock clock) {
        this.rows = rows;
        this.transaction = transaction;
        this.listeners = List.copyOf(listeners);
        this.retry = retry;
        this.meters = meters;
        this.clock = clock;
    }

    void record(LeasedDelivery leased, Attempt attempt, Instant started) {
        Instant now = clock.instant();
        Settlement settlement = Settlement.of(attempt, leased.delivery(), retry, started, now);
        meters.attempted(leased.delivery(), settlement, started, now);
        for (int i = 1; i <= TRIES; i++) {
            if (tryRecord(leased, settlement, started, now)) {
                return;
            }
        }
        putOff(leased, settlement, started, now);
    }

    private boolean tryRecord(LeasedDelivery leased, Settlement settlement, Instant started, Instant now) {
        try {
            transaction.executeWithoutResult(status -> settle(leased, settlement, started, now));
            return true;
        } catch (RuntimeException e) {
            log.warn("delivery {}: outcome not recorded: {}", leased.id(), PollingLoop.describe(e));
            log.debug("delivery {}: outcome not recorded", leased.id(), e);
            return false;
        }
    }

    private void settle(LeasedDelivery leased, Settlement settlement, Instant started, Instant now) {
        Optional<DeliveryState> state = rows.settle(leased, settlement, started, now);
        if (state.isEmpty()) {
            log.warn("delivery {}: lease {} was over before its outcome", leased.id(), leased.leaseNo());
            return;
        }
        for (DeliveryListener listener : listeners) {
            tell(listener, leased.delivery(), state.get(), settlement);
        }
    }

    private static void tell(DeliveryListener listener, Delivery delivery, DeliveryState state, Settlement settlement) {
        String code = String.valueOf(settlement.code());
        switch (state) {
            case DELIVERED -> listener.delivered(delivery, String.valueOf(settlement.evidence()));
            case DEAD -> listener.dead(delivery, code);
            case HELD -> listener.held(delivery, code);
            default -> {}
        }
    }

    /** If even this fails, the lease runs out and the delivery is repeated with the same message id. */
    private void putOff(LeasedDelivery leased, Settlement settlement, Instant started, Instant now) {
        Settlement later = settlement.putOff(
                now.plus(retry.pause(leased.delivery().progress().attempts() + TRIES)));
        try {
            transaction.executeWithoutResult(status -> rows.settle(leased, later, started, now));
        } catch (RuntimeException e) {
            log.warn("delivery {}: not even put off: {}", leased.id(), PollingLoop.describe(e));
        }
    }
}
