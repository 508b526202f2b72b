package org.warmhandoff.server.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.warmhandoff.server.work.DaemonThreads;
import org.warmhandoff.server.work.PollingLoop;
import org.warmhandoff.server.work.Wakeup;

/**
 * Sends what is due, on any number of nodes at once. One loop leases deliveries, never more than there are free
 * threads; each is sent outside any transaction. Stopping leases nothing more, waits for what is under way and gives
 * back the rest.
 */
public final class DeliveryDispatcher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DeliveryDispatcher.class);

    private final DeliveryLeases leases;
    private final PartnerSlots slots;
    private final DeliveryRunner runner;
    private final DeliveryRecorder recorder;
    private final DeliveryProperties properties;
    private final Wakeup wakeup;
    private final Clock clock;
    private @Nullable ExecutorService threads;
    private @Nullable PollingLoop loop;

    DeliveryDispatcher(
            DeliveryLeases leases,
            PartnerSlots slots,
            DeliveryRunner runner,
            DeliveryRecorder recorder,
            DeliveryProperties properties,
            Wakeup wakeup,
            Clock clock) {
        this.leases = leases;
        this.slots = slots;
        this.runner = runner;
        this.recorder = recorder;
        this.properties = properties;
        this.wakeup = wakeup;
        this.clock = clock;
    }

    /** Looks for due deliveries now instead of at the next poll. */
    public void wake() {
        wakeup.wake();
    }

    /** One look at the queue; true when something was found, so that there may be more. */
    boolean dispatch(Executor executor) {
        leases.reap();
        int free = properties.threads() - slots.inFlight().count();
        Map<String, Integer> partners = slots.free(clock.instant());
        if (free <= 0 || partners.isEmpty()) {
            return false;
        }
        List<LeasedDelivery> claimed = leases.claim(partners, free);
        claimed.forEach(slots.inFlight()::begin);
        claimed.forEach(leased -> submit(leased, executor));
        return !claimed.isEmpty();
    }

    private void submit(LeasedDelivery leased, Executor executor) {
        try {
            executor.execute(() -> deliver(leased));
        } catch (RejectedExecutionException e) {
            log.debug("delivery {}: not started, the node is stopping", leased.id());
            slots.inFlight().end(leased);
        }
    }

    private void deliver(LeasedDelivery leased) {
        try {
            Instant started = clock.instant();
            Attempt attempt = runner.run(leased);
            boolean recovered = slots.learn(leased.partnerId(), attempt, clock.instant());
            recorder.record(leased, attempt, started);
            if (recovered) {
                leases.hurry(leased.partnerId());
            }
        } catch (RuntimeException e) {
            log.warn("delivery {}: left to its lease: {}", leased.id(), PollingLoop.describe(e));
        } finally {
            slots.inFlight().end(leased);
            wakeup.wake();
        }
    }

    @Override
    public synchronized void start() {
        if (loop != null) {
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(properties.threads(), new DaemonThreads("delivery"));
        PollingLoop polling =
                new PollingLoop("delivery-dispatcher", wakeup, properties.pollInterval(), () -> dispatch(pool));
        threads = pool;
        loop = polling;
        polling.start();
    }

    @Override
    public synchronized void stop() {
        PollingLoop polling = loop;
        ExecutorService pool = threads;
        loop = null;
        threads = null;
        if (polling == null || pool == null) {
            return;
        }
        polling.stop(Duration.ofSeconds(5));
        pool.shutdown();
        awaitInFlight();
        pool.shutdownNow();
        giveBack();
    }

    private void awaitInFlight() {
        try {
            slots.inFlight().awaitNone(properties.stopTimeout());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is still being sent stays leased, or another node would send it at the same time. */
    private void giveBack() {
        try {
            leases.release(slots.inFlight().ids());
        } catch (RuntimeException e) {
            log.warn("leases not given back, they will run out: {}", PollingLoop.describe(e));
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return loop != null;
    }
}
