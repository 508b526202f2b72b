package org.warmhandoff.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DeliveryQueueTest {

    private final DeliveryFixture fixture = new DeliveryFixture();
    private final DeliveryQueue queue = fixture.queue;

    @Test
    void an_order_rolled_back_with_its_change_leaves_no_row() {
        fixture.transaction.executeWithoutResult(status -> {
            queue.enqueue(order("k1"));
            status.setRollbackOnly();
        });

        assertThat(queue.list(DeliveryFilter.ofTask("Task/1"), 10)).isEmpty();
    }

    @Test
    void an_order_needs_the_transaction_of_its_change() {
        assertThatIllegalStateException().isThrownBy(() -> queue.enqueue(order("k1")));
    }

    @Test
    void the_same_order_twice_is_one_delivery() {
        long first = fixture.order(order("k1"));
        long again = fixture.order(order("k1"));

        assertThat(again).isEqualTo(first);
        assertThat(queue.list(DeliveryFilter.toPartner("court"), 10)).hasSize(1);
    }

    @Test
    void a_delivery_reads_as_it_was_ordered() {
        long id = fixture.order(order("k1").heldFor("consent"));

        Delivery delivery = queue.find(id).orElseThrow();
        assertThat(delivery.payload()).isEqualTo(Map.of("type", "referral-ack"));
        assertThat(delivery)
                .extracting(Delivery::partnerId, Delivery::orderKey, Delivery::kind, Delivery::taskId)
                .containsExactly("court", "R1", "court-package", "Task/1");
        assertThat(delivery.progress().reason()).isEqualTo("consent");
        assertThat(delivery.state()).isEqualTo(DeliveryState.HELD);
    }

    @Test
    void only_what_fits_is_released() {
        long package1 = fixture.order(order("k1").heldFor("consent"));
        long otherTask = fixture.order(
                new DeliveryOrder("court", "R2", "court-package", "Task/2", Map.of(), "k2").heldFor("consent"));
        long otherKind = fixture.order(
                new DeliveryOrder("court", "R1", "status-notice", "Task/1", Map.of(), "k3").heldFor("consent"));

        queue.release(DeliveryFilter.ofTask("Task/1").andPartner("court").andKind("court-package"));

        assertThat(fixture.state(package1)).isEqualTo(DeliveryState.READY);
        assertThat(fixture.state(otherTask)).isEqualTo(DeliveryState.HELD);
        assertThat(fixture.state(otherKind)).isEqualTo(DeliveryState.HELD);
    }

    @Test
    void a_release_rolled_back_releases_nothing() {
        long id = fixture.order(order("k1").heldFor("consent"));

        fixture.transaction.executeWithoutResult(status -> {
            queue.release(DeliveryFilter.ofTask("Task/1"));
            status.setRollbackOnly();
        });

        assertThat(fixture.state(id)).isEqualTo(DeliveryState.HELD);
    }

    @Test
    void what_has_not_left_can_be_cancelled() {
        long ready = fixture.order(order("k1"));
        long held = fixture.order(order("k2").heldFor("consent"));

        assertThat(queue.cancel(DeliveryFilter.ofTask("Task/1"), "withdrawn")).isEqualTo(2);

        fixture.drain(fixture.node("a"));
        assertThat(fixture.sender.tried()).isEmpty();
        assertThat(fixture.state(ready)).isEqualTo(DeliveryState.CANCELLED);
        assertThat(queue.find(held).orElseThrow().progress().reason()).isEqualTo("withdrawn");
    }

    private static DeliveryOrder order(String key) {
        return new DeliveryOrder("court", "R1", "court-package", "Task/1", Map.of("type", "referral-ack"), key);
    }
}
