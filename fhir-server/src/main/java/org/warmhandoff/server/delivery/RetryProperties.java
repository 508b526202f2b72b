package org.warmhandoff.server.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.warmhandoff.server.work.RetryPolicy;

/**
 * When a failed delivery is tried again.
 *
 * @param initial ceiling of the first pause, doubled each time
 * @param max ceiling of every pause, also of the time for which a failing partner is left alone
 * @param giveUp counted from the first attempt
 */
public record RetryProperties(
        @DefaultValue("5s") Duration initial, @DefaultValue("1h") Duration max, @DefaultValue("24h") Duration giveUp) {

    public RetryProperties {
        if (initial.isNegative() || initial.isZero()) {
            throw new IllegalArgumentException("warmhandoff.delivery.retry.initial must be above zero");
        }
        if (max.compareTo(initial) < 0) {
            throw new IllegalArgumentException("warmhandoff.delivery.retry.max must not be below initial");
        }
        if (giveUp.isNegative()) {
            throw new IllegalArgumentException("warmhandoff.delivery.retry.give-up must not be negative");
        }
    }

    RetryPolicy policy(RandomGenerator random) {
        return new RetryPolicy(initial, max, giveUp, random);
    }
}
