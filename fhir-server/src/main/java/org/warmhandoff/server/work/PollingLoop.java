package org.warmhandoff.server.work;

import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that works when woken and at least once a poll interval. A round that throws is logged by its type only,
 * as database errors may quote row values, and the loop goes on.
 */
public final class PollingLoop {

    /** One look at the queue; true when it should look again at once. */
    @FunctionalInterface
    public interface Round {
        boolean run();
    }

    private static final Logger log = LoggerFactory.getLogger(PollingLoop.class);

    private final String name;
    private final Wakeup wakeup;
    private final Duration interval;
    private final Round round;
    private @Nullable Thread thread;
    private volatile boolean running;

    public PollingLoop(String name, Wakeup wakeup, Duration interval, Round round) {
        this.name = name;
        this.wakeup = wakeup;
        this.interval = interval;
        this.round = round;
    }

    public synchronized void start() {
        if (running) {
            return;
        }
        running = true;
        thread = new Thread(this::work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns when the round under way has ended or {@code atMost} has passed. */
    public synchronized void stop(Duration atMost) {
        running = false;
        wakeup.wake();
        Thread ending = thread;
        thread = null;
        if (ending == null) {
            return;
        }
        try {
            ending.join(Math.max(1, atMost.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean running() {
        return running;
    }

    private void work() {
        try {
            while (running) {
                if (!runGuarded()) {
                    wakeup.await(interval);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean runGuarded() {
        try {
            return round.run();
        } catch (RuntimeException e) {
            log.warn("{}: round failed, will go on: {}", name, describe(e));
            log.debug("{}: round failed", name, e);
            return false;
        }
    }

    /** The type of an exception and the SQL state below it, without any message. */
    public static String describe(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) {
                return failure.getClass().getSimpleName() + " SQLSTATE " + sql.getSQLState();
            }
        }
        return failure.getClass().getSimpleName();
    }
}
