package org.warmhandoff.server.sandbox;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** How long a hop may still take. */
final class Deadline {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final Duration ONE_CALL = Duration.ofSeconds(5);

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
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
        while (true) {
            Look<T> seen = look.call();
            if (seen instanceof Look.Found<T> found) {
                return found.value();
            }
            if (passed() && seen instanceof Look.NotYet<T> notYet) {
                throw new HopFailure(expected, notYet.seen());
            }
            TimeUnit.NANOSECONDS.sleep(Math.min(PAUSE.toNanos(), left().toNanos()));
        }
    }
}
