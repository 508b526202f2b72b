package org.warmhandoff.server.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {

    private static final Instant FIRST = Instant.parse("2026-03-02T08:00:00Z");

    @ParameterizedTest
    @CsvSource({"1, PT5S", "2, PT10S", "3, PT20S", "10, PT42M40S", "11, PT1H", "1000, PT1H"})
    void the_ceiling_doubles_up_to_its_maximum(int failures, Duration ceiling) {
        assertThat(policy(longest()).pause(failures)).isEqualTo(ceiling);
    }

    @Test
    void pauses_are_spread_over_the_whole_range() {
        RetryPolicy policy = policy(new Random(1));

        double mean = IntStream.range(0, 2_000)
                .mapToLong(i -> policy.pause(1).toMillis())
                .peek(millis -> assertThat(millis).isBetween(1L, 5_000L))
                .average()
                .orElseThrow();

        assertThat(mean).isBetween(2_300.0, 2_700.0);
    }

    @Test
    void the_last_try_is_at_the_deadline_and_none_after() {
        RetryPolicy policy = policy(longest());
        Instant deadline = FIRST.plus(Duration.ofHours(24));

        assertThat(policy.next(50, Duration.ZERO, FIRST, deadline.minusSeconds(60)))
                .contains(deadline);
        assertThat(policy.next(51, Duration.ZERO, FIRST, deadline)).isEmpty();
    }

    @Test
    void a_pause_that_was_asked_for_is_kept_within_the_longest() {
        assertThat(policy(longest()).pause(1, Duration.ofSeconds(90))).isEqualTo(Duration.ofSeconds(90));
        assertThat(policy(longest()).pause(1, Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(5));
        assertThat(policy(longest()).pause(1, Duration.ofDays(9))).isEqualTo(Duration.ofHours(1));
    }

    private static RetryPolicy policy(RandomGenerator random) {
        return new RetryPolicy(Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofHours(24), random);
    }

    private static RandomGenerator longest() {
        return new Random() {
            @Override
            public long nextLong(long bound) {
                return bound - 1;
            }
        };
    }
}
