package org.warmhandoff.server.sandbox;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** How long a hop may still take. */
final class Deadline {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final Duration ONE_CALL = Duration.ofSeconds(5);

    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

    private final long end;
    private final Consumer<String> waiting;

    private Deadline(long end, Consumer<String> waiting) {
        this.end = end;
        this.waiting = waiting;
    }

    static Deadline in(Duration duration) {
        return in(duration, seen -> {});
    }

    /**
     * A deadline that lets others know while it waits.
     *
     * @param waiting is told now and then what is there instead
     */
    static Deadline in(Duration duration, Consumer<String> waiting) {
        return new Deadline(System.nanoTime() + duration.toNanos(), waiting);
    }

    /** What is left, never less than a millisecond, so that it may be used as a timeout. */
    Duration left() {
        return Duration.ofNanos(Math.max(end - System.nanoTime(), TimeUnit.MILLISECONDS.toNanos(1)));
    }

    /** How long to wait for one answer: what is left, but enough for a call that was begun in time. */
    Duration patience() {
        return left().compareTo(ONE_CALL) > 0 ? left() : ONE_CALL;
    }

    boolean passed() {
        return System.nanoTime() >= end;
    }

    /** Looks again and again until it is there; throws {@link HopFailure} when time is up. */
    <T> T await(String expected, Callable<Look<T>> look) throws Exception {
        Deadline patient = in(SIGN_OF_LIFE);
        while (true) {
            Look<T> seen = look.call();
            if (seen instanceof Look.Found<T> found) {
                return found.value();
            }
            if (passed() && seen instanceof Look.NotYet<T> notYet) {
                throw new HopFailure(expected, notYet.seen());
            }
            if (patient.passed() && seen instanceof Look.NotYet<T> notYet) {
                waiting.accept(notYet.seen());
                patient = in(SIGN_OF_LIFE);
            }
            TimeUnit.NANOSECONDS.sleep(Math.min(PAUSE.toNanos(), left().toNanos()));
        }
    }
}
