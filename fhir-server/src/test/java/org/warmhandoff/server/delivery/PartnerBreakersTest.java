package org.warmhandoff.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PartnerBreakersTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(1));

    private final PartnerBreakers breakers = new PartnerBreakers(3, DeliveryFixture.RETRY.policy(new Random(7)));

    @Test
    void a_partner_gets_all_its_room_until_it_failed_often_enough() {
        fail(2);
        assertThat(breakers.allowance("harbor", 4, 0, NOW)).isEqualTo(4);

        fail(1);
        assertThat(breakers.allowance("harbor", 4, 0, NOW)).isZero();
        assertThat(breakers.allowance("mercy", 4, 0, NOW)).isEqualTo(4);
    }

    @Test
    void one_delivery_probes_after_the_pause() {
        fail(3);

        assertThat(breakers.allowance("harbor", 4, 0, LATER)).isOne();
        assertThat(breakers.allowance("harbor", 3, 1, LATER)).isZero();
    }

    @Test
    void a_failed_probe_closes_the_door_again_and_a_good_one_opens_it() {
        fail(3);
        breakers.failed("harbor", Duration.ZERO, LATER);
        assertThat(breakers.allowance("harbor", 4, 0, LATER)).isZero();

        assertThat(breakers.succeeded("harbor")).isTrue();
        assertThat(breakers.allowance("harbor", 4, 0, LATER)).isEqualTo(4);
        assertThat(breakers.succeeded("harbor")).isFalse();
    }

    @Test
    void success_in_between_starts_the_count_anew() {
        fail(2);
        breakers.succeeded("harbor");
        fail(2);

        assertThat(breakers.allowance("harbor", 4, 0, NOW)).isEqualTo(4);
    }

    @Test
    void a_partner_that_asks_for_it_is_left_alone_as_long_as_that() {
        fail(2);
        breakers.failed("harbor", Duration.ofMinutes(20), NOW);

        assertThat(breakers.allowance("harbor", 4, 0, NOW.plus(Duration.ofMinutes(19))))
                .isZero();
        assertThat(breakers.allowance("harbor", 4, 0, NOW.plus(Duration.ofMinutes(20))))
                .isOne();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breakers.failed("harbor", Duration.ZERO, NOW);
        }
    }
}
