package org.warmhandoff.tests.faults;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** How long a fault lasts: time is what is injected here, not what a test waits for. */
final class Pause {

    private static final Duration STEP = Duration.ofMillis(50);

    private Pause() {}

    static void of(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    static void ofMillis(long millis) {
        of(Duration.ofMillis(millis));
    }

    /** False when it did not come true in time. */
    static boolean until(BooleanSupplier condition, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            of(STEP);
        }
        return true;
    }
}
