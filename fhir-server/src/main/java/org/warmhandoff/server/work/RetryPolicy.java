package org.warmhandoff.server.work;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Full-jitter exponential back-off: a pause drawn evenly from zero to a ceiling that doubles with every failure, so
 * that many deliveries that failed together do not come back together.
 */
public final class RetryPolicy {

    private static final int DOUBLINGS_WITHOUT_OVERFLOW = 30;

    private final Duration initial;
    private final Duration max;
    private final Duration giveUp;
    private final RandomGenerator random;

    /**
     * @param initial ceiling of the first pause
     * @param max ceiling of every pause
     * @param giveUp counted from the first attempt
     */
    public RetryPolicy(Duration initial, Duration max, Duration giveUp, RandomGenerator random) {
        this.initial = initial;
        this.max = max;
        this.giveUp = giveUp;
        this.random = random;
    }

    /** The pause after the given number of failures in a row. */
    public Duration pause(int failures) {
        return Duration.ofMillis(1 + random.nextLong(ceiling(failures).toMillis()));
    }

    /** The same, but no less than the other side asked for; it cannot ask for more than the longest pause. */
    public Duration pause(int failures, Duration asked) {
        Duration bounded = asked.compareTo(max) > 0 ? max : asked;
        Duration ours = pause(failures);
        return ours.compareTo(bounded) > 0 ? ours : bounded;
    }

    /** When to try again; empty when it is time to give up. The last try is at the deadline, whatever the jitter. */
    public Optional<Instant> next(int failures, Duration asked, Instant firstAttempt, Instant now) {
        Instant deadline = firstAttempt.plus(giveUp);
        if (!now.isBefore(deadline)) {
            return Optional.empty();
        }
        Instant next = now.plus(pause(failures, asked));
        return Optional.of(next.isAfter(deadline) ? deadline : next);
    }

    private Duration ceiling(int failures) {
        int doublings = Math.min(Math.max(failures - 1, 0), DOUBLINGS_WITHOUT_OVERFLOW);
        Duration grown = initial.multipliedBy(1L << doublings);
        return grown.compareTo(max) > 0 ? max : grown;
    }
}
