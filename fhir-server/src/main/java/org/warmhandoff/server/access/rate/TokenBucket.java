package org.warmhandoff.server.access.rate;

import java.time.Duration;

/** So many at once, and so many a second in the long run; what time it is, the caller says. */
final class TokenBucket {

    private static final double SECOND = 1_000_000_000d;

    private final double perSecond;
    private final double burst;
    private double left;
    private long at;

    TokenBucket(double perSecond, double burst, long now) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.left = burst;
        this.at = now;
    }

    /** Takes one if there is one: {@link Duration#ZERO}, else how long to wait until there is. */
    synchronized Duration take(long now) {
        Duration wait = until(now);
        if (wait.isZero()) {
            left -= 1;
        }
        return wait;
    }

    /** How long until there is one. */
    synchronized Duration until(long now) {
        // Of two threads the later may have looked at the clock first.
        if (now - at > 0) {
            left = Math.min(burst, left + (now - at) / SECOND * perSecond);
            at = now;
        }
        return left >= 1 ? Duration.ZERO : Duration.ofNanos((long) Math.ceil((1 - left) / perSecond * SECOND));
    }
}
