package org.warmhandoff.server.inbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.warmhandoff.server.work.DaemonThreads;
import org.warmhandoff.server.work.PollingLoop;
import org.warmhandoff.server.work.Wakeup;

/** Has accepted messages applied, on any number of nodes at once; claims no more than it has free threads. */
final class InboxWorker implements SmartLifecycle {

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);
    private static final Logger log = LoggerFactory.getLogger(InboxWorker.class);

    private final InboxQueue queue;
    private final InboxRunner runner;
    private final InboxProperties properties;
    private final Wakeup wakeup;
    private final boolean autoStartup;
    private final AtomicInteger underWay = new AtomicInteger();
    private @Nullable ExecutorService threads;
    private @Nullable PollingLoop loop;

    InboxWorker(InboxQueue queue, InboxRunner runner, InboxProperties properties, Wakeup wakeup, boolean autoStartup) {
        this.queue = queue;
        this.runner = runner;
        this.properties = properties;
        this.wakeup = wakeup;
        this.autoStartup = autoStartup;
    }

    /** One look at the queue; true when something was found, so that there may be more. */
    boolean work(Executor executor) {
        int free = properties.threads() - underWay.get();
        if (free <= 0) {
            return false;
        }
        List<StoredMessage> claimed = queue.claim(free);
        underWay.addAndGet(claimed.size());
        claimed.forEach(stored -> submit(stored, executor));
        return !claimed.isEmpty();
    }

    private void submit(StoredMessage stored, Executor executor) {
        try {
            executor.execute(() -> run(stored));
        } catch (RejectedExecutionException e) {
            log.debug("inbox message {}: not started, the node is stopping", stored.id());
            underWay.decrementAndGet();
        }
    }

    private void run(StoredMessage stored) {
        try {
            runner.run(stored);
        } catch (RuntimeException e) {
            log.warn("inbox message {}: left to its lease: {}", stored.id(), PollingLoop.describe(e));
        } finally {
            underWay.decrementAndGet();
            wakeup.wake();
        }
    }

    @Override
    public synchronized void start() {
        if (loop != null) {
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(properties.threads(), new DaemonThreads("inbox"));
        PollingLoop polling = new PollingLoop("inbox-worker", wakeup, properties.pollInterval(), () -> work(pool));
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
        try {
            if (pool.awaitTermination(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                queue.releaseLeases();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("leases not given back, they will run out: {}", PollingLoop.describe(e));
        }
        pool.shutdownNow();
    }

    @Override
    public boolean isAutoStartup() {
        return autoStartup;
    }

    @Override
    public synchronized boolean isRunning() {
        return loop != null;
    }
}
