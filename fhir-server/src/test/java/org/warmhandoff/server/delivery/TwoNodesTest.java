package org.warmhandoff.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class TwoNodesTest {

    private final DeliveryFixture fixture = new DeliveryFixture();
    private final ScriptedSender sender = fixture.sender;
    private final DeliveryDispatcher one = fixture.node("one");
    private final DeliveryDispatcher two = fixture.node("two");

    @Test
    void each_row_leaves_once_and_in_order_however_many_nodes_there_are() {
        List<String> partners = List.of("harbor", "mercy", "court");
        for (int i = 0; i < 200; i++) {
            String partner = partners.get(i % 3);
            String referral = "R" + (i % 4);
            fixture.order(partner, referral, "%s|%s|%03d".formatted(partner, referral, i));
        }
        sender.beforeAnswering(
                () -> LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(3_000_000)));
        one.start();
        two.start();
        try {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(open()).isZero());
        } finally {
            one.stop();
            two.stop();
        }

        assertThat(sender.tried()).hasSize(200).doesNotHaveDuplicates();
        byLine(sender.taken()).values().forEach(line -> assertThat(line)
                .isSortedAccordingTo(Comparator.naturalOrder()));
        assertThat(nodesThatDelivered()).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void what_a_dead_node_held_is_delivered_by_the_other_when_its_lease_ends() {
        long id = fixture.order("harbor", "R1", "k1");
        one.dispatch(neverRun -> {});

        fixture.drain(two);
        assertThat(sender.tried()).isEmpty();

        fixture.clock.tick(DeliveryFixture.PROPERTIES.lease());
        fixture.drain(two);
        assertThat(sender.taken()).containsExactly("k1");
        assertThat(fixture.outcomes(id)).containsExactly("lost", "delivered");
    }

    @Test
    void a_node_that_comes_back_after_its_lease_records_nothing() {
        long id = fixture.order("harbor", "R1", "k1");
        List<Runnable> late = new ArrayList<>();
        one.dispatch(late::add);
        fixture.clock.tick(DeliveryFixture.PROPERTIES.lease());
        fixture.drain(two);

        late.forEach(Runnable::run);

        assertThat(sender.tried()).containsExactly("k1");
        assertThat(fixture.listener.heard).containsExactly("delivered k1 201");
        assertThat(fixture.outcomes(id)).containsExactly("lost", "delivered");
    }

    @Test
    void a_follower_waits_while_its_head_is_under_way_on_another_node() {
        fixture.order("harbor", "R1", "k1");
        fixture.order("harbor", "R1", "k2");
        List<Runnable> underWay = new ArrayList<>();
        one.dispatch(underWay::add);

        fixture.drain(two);
        assertThat(sender.tried()).isEmpty();

        underWay.forEach(Runnable::run);
        fixture.drain(two);
        assertThat(sender.taken()).containsExactly("k1", "k2");
    }

    @Test
    void a_late_outcome_does_not_touch_the_lease_of_another_node() {
        long id = fixture.order("harbor", "R1", "k1");
        List<Runnable> late = new ArrayList<>();
        one.dispatch(late::add);
        fixture.clock.tick(DeliveryFixture.PROPERTIES.lease());
        two.dispatch(neverRun -> {});

        late.forEach(Runnable::run);

        assertThat(fixture.state(id)).isEqualTo(DeliveryState.LEASED);
        assertThat(fixture.outcomes(id)).containsExactly("lost");
    }

    @Test
    void a_late_outcome_does_not_touch_a_later_lease_of_its_own_node() {
        long id = fixture.order("harbor", "R1", "k1");
        List<Runnable> late = new ArrayList<>();
        one.dispatch(late::add);
        fixture.clock.tick(DeliveryFixture.PROPERTIES.lease());
        one.dispatch(neverRun -> {});

        late.forEach(Runnable::run);

        assertThat(fixture.state(id)).isEqualTo(DeliveryState.LEASED);
        assertThat(fixture.outcomes(id)).containsExactly("lost");
    }

    @Test
    void a_partner_gets_no_more_at_once_than_it_may() {
        for (int i = 0; i < 10; i++) {
            fixture.order("harbor", "R" + i, "k" + i);
            fixture.order("mercy", "R" + i, "m" + i);
        }
        List<Runnable> underWay = new ArrayList<>();

        one.dispatch(underWay::add);
        one.dispatch(underWay::add);
        assertThat(underWay).hasSize(2 * DeliveryFixture.PROPERTIES.perPartner());

        underWay.forEach(Runnable::run);
        assertThat(sender.taken()).filteredOn(k -> k.startsWith("k")).hasSize(4);
        assertThat(sender.taken()).filteredOn(k -> k.startsWith("m")).hasSize(4);
    }

    @Test
    void a_delivery_that_takes_down_every_node_is_abandoned() {
        long id = fixture.order("harbor", "R1", "k1");
        for (int i = 0; i < DeliveryRunner.MOST_LOST_LEASES; i++) {
            fixture.node("crash" + i).dispatch(neverRun -> {});
            fixture.clock.tick(DeliveryFixture.PROPERTIES.lease());
        }

        fixture.drain(two);

        assertThat(fixture.state(id)).isEqualTo(DeliveryState.DEAD);
        assertThat(fixture.listener.heard).containsExactly("dead k1 lease-lost");
    }

    @Test
    void a_clean_stop_finishes_what_is_under_way_and_leaves_no_lease() throws Exception {
        for (int i = 0; i < 30; i++) {
            fixture.order("harbor", "R" + i, "k" + i);
        }
        CountDownLatch sending = new CountDownLatch(1);
        sender.beforeAnswering(() -> {
            sending.countDown();
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        });
        one.start();
        sending.await();

        one.stop();

        assertThat(one.isRunning()).isFalse();
        assertThat(sender.tried()).hasSameElementsAs(sender.taken()).hasSameSizeAs(fixture.listener.heard);
        assertThat(count("state = 'leased'")).isZero();
        fixture.drain(two);
        assertThat(sender.taken()).hasSize(30).doesNotHaveDuplicates();
    }

    private long open() {
        return count("state in ('ready', 'leased')");
    }

    private long count(String where) {
        return fixture.jdbc
                .sql("select count(*) from warmhandoff.delivery where " + where)
                .query(Long.class)
                .single();
    }

    private List<String> nodesThatDelivered() {
        return fixture.jdbc
                .sql("select distinct node from warmhandoff.delivery_attempt")
                .query(String.class)
                .list();
    }

    private static Map<String, List<String>> byLine(List<String> messages) {
        Map<String, List<String>> lines = new HashMap<>();
        for (String message : messages) {
            String line = message.substring(0, message.lastIndexOf('|'));
            lines.computeIfAbsent(line, l -> new ArrayList<>()).add(message);
        }
        return lines;
    }
}
