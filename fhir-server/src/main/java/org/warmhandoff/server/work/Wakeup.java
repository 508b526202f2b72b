package org.warmhandoff.server.work;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells a loop on this node that there is work now; many calls before the loop looks count as one. Thread-safe. */
public final class Wakeup {

    private final Semaphore signals = new Semaphore(0);

    public void wake() {
        if (signals.availablePermits() == 0) {
            signals.release();
        }
    }

    /** Wakes once the caller's transaction has committed, never when it rolls back; without one, at once. */
    public void wakeAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wake();
            return;
        }
        AfterCommit mine = new AfterCommit(this);
        if (!TransactionSynchronizationManager.getSynchronizations().contains(mine)) {
            TransactionSynchronizationManager.registerSynchronization(mine);
        }
    }

    /** Waits for a signal, but not longer than {@code atMost}. */
    public void await(Duration atMost) throws InterruptedException {
        if (signals.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            signals.drainPermits();
        }
    }

    private record AfterCommit(Wakeup wakeup) implements TransactionSynchronization {

        @Override
        public void afterCommit() {
            wakeup.wake();
        }
    }
}
