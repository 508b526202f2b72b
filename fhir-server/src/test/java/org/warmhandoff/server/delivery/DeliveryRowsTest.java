package org.warmhandoff.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.warmhandoff.server.work.NodeId;

class DeliveryRowsTest {

    private static final Duration LEASE = Duration.ofMinutes(2);

    private final DeliveryFixture fixture = new DeliveryFixture();
    private final DeliveryRows one = new DeliveryRows(fixture.dataSource, new NodeId("one"));
    private final DeliveryRows two = new DeliveryRows(fixture.dataSource, new NodeId("two"));

    @Test
    void an_outcome_needs_the_latest_lease_of_the_row() {
        fixture.order("harbor", "R1", "k1");
        LeasedDelivery first = claim(one).get(0);
        loseLeases();
        LeasedDelivery second = claim(two).get(0);
        loseLeases();
        LeasedDelivery third = claim(one).get(0);

        assertThat(settles(one, first)).isFalse();
        assertThat(settles(two, second)).isFalse();
        assertThat(settles(one, third)).isTrue();
        assertThat(settles(one, third)).isFalse();
    }

    @Test
    void an_outcome_needs_the_owner_of_the_lease() {
        fixture.order("harbor", "R1", "k1");
        LeasedDelivery leased = claim(one).get(0);

        assertThat(settles(two, leased)).isFalse();
    }

    @Test
    void only_what_is_not_under_way_on_this_node_is_given_back() {
        long underWay = fixture.order("harbor", "R1", "k1");
        long waiting = fixture.order("harbor", "R2", "k2");
        claim(one);
        long others = fixture.order("harbor", "R3", "k3");
        claim(two);

        inTransaction(() -> one.release(Set.of(underWay)));

        assertThat(fixture.state(underWay)).isEqualTo(DeliveryState.LEASED);
        assertThat(fixture.state(waiting)).isEqualTo(DeliveryState.READY);
        assertThat(fixture.state(others)).isEqualTo(DeliveryState.LEASED);
    }

    @Test
    void no_row_is_claimed_twice_nor_for_a_partner_without_room() {
        fixture.order("harbor", "R1", "k1");
        fixture.order("mercy", "R1", "k2");

        assertThat(claim(one)).extracting(LeasedDelivery::partnerId).containsExactly("harbor");
        assertThat(claim(two)).isEmpty();
    }

    private void loseLeases() {
        fixture.clock.tick(LEASE);
        inTransaction(() -> two.reap(now()));
    }

    private List<LeasedDelivery> claim(DeliveryRows rows) {
        return inTransaction(() -> rows.claim(Map.of("harbor", 4), 8, now(), LEASE));
    }

    private boolean settles(DeliveryRows rows, LeasedDelivery leased) {
        Settlement delivered = new Settlement(DeliveryState.DELIVERED, "delivered", null, null, "201", now(), true);
        return inTransaction(() -> rows.settle(leased, delivered, now(), now())).isPresent();
    }

    private Instant now() {
        return fixture.clock.instant();
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(fixture.transaction.execute(status -> work.get()));
    }
}
