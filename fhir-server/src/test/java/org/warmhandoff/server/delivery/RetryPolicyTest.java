package org.warmhandoff.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {

    private static final Instant FIRST = Instant.parse("2026-03-02T08:00:00Z");

    @ParameterizedTest
    @CsvSource({"1, PT5S", "2, PT10S", "3, PT20S", "10, PT42M40S", "11, PT1H", "1000, PT1H"})
    void the_ceiling_doubles_up_to_its_maximum(int failures, Duration ceiling) {
        assertThat(new RetryPolicy(DeliveryFixture.RETRY, longest()).pause(failures))
                .isEqualTo(ceiling);
    }

    @Test
    void pauses_are_spread_over_the_whole_range() {
        RetryPolicy policy = new RetryPolicy(DeliveryFixture.RETRY, new Random(1));

        double mean = java.util.stream.IntStream.range(0, 2_000)
                .mapToLong(i -> policy.pause(1).toMillis())
                .peek(millis -> assertThat(millis).isBetween(1L, 5_000L))
                .average()
                .orElseThrow();

        assertThat(mean).isBetween(2_300.0, 2_700.0);
    }

    @Test
    void the_last_try_is_at_the_deadline_and_none_after() {
        RetryPolicy policy = new RetryPolicy(DeliveryFixture.RETRY, longest());
        Instant deadline = FIRST.plus(Duration.ofHours(24));

        assertThat(policy.next(50, FIRST, deadline.minusSeconds(60))).contains(deadline);
        assertThat(policy.next(51, FIRST, deadline)).isEmpty();
    }

    @Test
    void impossible_settings_name_the_property() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetryProperties(Duration.ZERO, Duration.ofHours(1), Duration.ofHours(1)))
                .withMessageContaining("warmhandoff.delivery.retry.initial");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new RetryProperties(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofHours(1)))
                .withMessageContaining("warmhandoff.delivery.retry.max");
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
