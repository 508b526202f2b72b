package org.warmhandoff.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A consent is revoked while deliveries wait. */
class AskedAgainTest {

    private final DeliveryFixture fixture = new DeliveryFixture();
    private final DeliveryDispatcher node = fixture.node("a");

    @Test
    void what_waits_for_its_next_attempt_is_held_at_once() {
        fixture.sender.down("harbor");
        long id = fixture.order("harbor", "R1", "k1");
        fixture.drain(node);
        int tried = fixture.sender.tried().size();
        assertThat(fixture.state(id)).isEqualTo(DeliveryState.READY);
        fixture.withoutConsent.add("harbor");

        fixture.queue.askAgain(DeliveryFilter.ofTask("Task/R1"));
        fixture.drain(fixture.node("b"));

        assertThat(fixture.state(id)).isEqualTo(DeliveryState.HELD);
        assertThat(fixture.sender.tried()).hasSize(tried);
    }

    @Test
    void what_is_held_or_of_another_task_stays_as_it_is() {
        fixture.sender.down("harbor");
        long other = fixture.order("harbor", "R2", "k2");
        fixture.drain(node);
        fixture.withoutConsent.add("harbor");
        long held = fixture.order("harbor", "R1", "k1");
        fixture.drain(fixture.node("b"));

        fixture.withoutConsent.clear();
        fixture.queue.askAgain(DeliveryFilter.ofTask("Task/R1"));
        fixture.drain(fixture.node("c"));

        assertThat(fixture.state(held)).isEqualTo(DeliveryState.HELD);
        assertThat(fixture.state(other)).isEqualTo(DeliveryState.READY);
    }
}
