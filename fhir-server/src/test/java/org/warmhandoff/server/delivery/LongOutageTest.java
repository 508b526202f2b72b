package org.warmhandoff.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A partner is gone for longer than a test may take: two nodes, and a clock that is moved. */
class LongOutageTest {

    private static final int REFERRALS = 25;
    private static final int CHANGES = 3;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final DeliveryFixture fixture = new DeliveryFixture();
    private final ScriptedSender sender = fixture.sender;
    private final DeliveryDispatcher a = fixture.node("a");
    private final DeliveryDispatcher b = fixture.node("b");
    private final List<Long> deliveries = new ArrayList<>();

    @Test
    void after_an_hour_everything_arrives_once_and_in_order() {
        sender.down("harbor");
        order("harbor");

        pass(Duration.ofHours(1));
        assertThat(sender.taken()).isEmpty();
        int probes = sender.tried().size();
        sender.up("harbor");
        pass(Duration.ofHours(2));

        assertArrivedInOrder();
        assertThat(probes).as("tries during the hour").isLessThan(60);
    }

    @Test
    void others_notice_nothing() {
        sender.down("harbor");
        order("harbor");
        pass(Duration.ofMinutes(10));

        fixture.order("mercy", "R1", "to-mercy");
        work();

        assertThat(sender.taken()).containsExactly("to-mercy");
    }

    @Test
    void a_partner_that_comes_and_goes_gets_each_once() {
        order("harbor");
        for (int hour = 0; hour < 12; hour++) {
            sender.down("harbor");
            pass(Duration.ofMinutes(20));
            sender.up("harbor");
            pass(Duration.ofMinutes(2));
        }
        pass(Duration.ofHours(2));

        assertArrivedInOrder();
    }

    @Test
    void after_more_than_a_day_what_was_tried_is_given_up_and_can_be_sent_again_under_its_id() {
        sender.down("harbor");
        long first = fixture.order("harbor", "R1", "k1");
        long second = fixture.order("harbor", "R1", "k2");
        pass(Duration.ofHours(26));
        assertThat(fixture.state(first)).isEqualTo(DeliveryState.DEAD);
        assertThat(fixture.state(second))
                .as("its day begins when it is first tried")
                .isEqualTo(DeliveryState.READY);
        assertThat(fixture.listener.heard).containsExactly("dead k1 connect");

        sender.up("harbor");
        fixture.queue.replay(first);
        pass(Duration.ofHours(2));

        assertThat(sender.taken()).containsExactlyInAnyOrder("k1", "k2");
    }

    private void order(String partner) {
        for (int change = 0; change < CHANGES; change++) {
            for (int referral = 0; referral < REFERRALS; referral++) {
                deliveries.add(fixture.order(partner, "R" + referral, "R" + referral + "/" + change));
            }
        }
    }

    /** Both nodes look at the queue once a minute. */
    private void pass(Duration time) {
        for (long minute = 0; minute < time.toMinutes(); minute++) {
            work();
            fixture.clock.tick(MINUTE);
        }
        work();
    }

    private void work() {
        fixture.drain(a);
        fixture.drain(b);
    }

    private void assertArrivedInOrder() {
        assertThat(deliveries).allMatch(id -> fixture.state(id) == DeliveryState.DELIVERED);
        assertThat(sender.taken()).hasSize(REFERRALS * CHANGES).doesNotHaveDuplicates();
        for (int referral = 0; referral < REFERRALS; referral++) {
            String prefix = "R" + referral + "/";
            assertThat(sender.taken().stream().filter(id -> id.startsWith(prefix)))
                    .containsExactly(prefix + "0", prefix + "1", prefix + "2");
        }
    }
}
