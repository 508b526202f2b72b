package org.warmhandoff.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No disclosure without its entry, wherever an attempt breaks off; and none after the patient revoked. */
class AccountedDeliveryTest {

    private final DeliveryFixture fixture = new DeliveryFixture();
    private final ScriptedSender sender = fixture.sender;
    private final List<String> ledger = new ArrayList<>();
    private final AtomicBoolean ledgerDown = new AtomicBoolean();
    private DeliveryDispatcher node = fixture.node("unused");

    @BeforeEach
    void account() {
        DeliveryRenderer plain = fixture.renderer;
        fixture.renderer = new DeliveryRenderer() {
            @Override
            public boolean renders(String kind) {
                return plain.renders(kind);
            }

            @Override
            public Rendering render(Delivery delivery) {
                return plain.render(delivery) instanceof Rendering.Rendered rendered
                        ? new Rendering.Rendered(rendered.message(), () -> write(delivery))
                        : plain.render(delivery);
            }
        };
        node = fixture.node("a");
    }

    private void write(Delivery delivery) {
        if (ledgerDown.get()) {
            throw new IllegalStateException("no entry was written");
        }
        ledger.add(delivery.idempotencyKey() + "/" + (delivery.progress().attempts() + 1));
    }

    @Test
    void the_entry_is_there_before_the_first_byte() {
        List<String> atSending = new ArrayList<>();
        sender.beforeAnswering(() -> atSending.addAll(ledger));
        fixture.order("harbor", "R1", "k1");

        fixture.drain(node);

        assertThat(atSending).containsExactly("k1/1");
        assertThat(ledger).containsExactly("k1/1");
    }

    @Test
    void without_an_entry_nothing_leaves_and_later_it_does() {
        ledgerDown.set(true);
        long id = fixture.order("harbor", "R1", "k1");

        fixture.drain(node);

        assertThat(sender.tried()).isEmpty();
        assertThat(fixture.state(id)).isEqualTo(DeliveryState.READY);

        ledgerDown.set(false);
        fixture.clock.tick(Duration.ofHours(1));
        fixture.drain(node);

        assertThat(sender.taken()).containsExactly("k1");
        assertThat(ledger).containsExactly("k1/2");
    }

    @Test
    void each_attempt_has_an_entry_of_its_own() {
        sender.down("harbor");
        long id = fixture.order("harbor", "R1", "k1");
        fixture.drain(node);
        sender.up("harbor");
        fixture.clock.tick(Duration.ofHours(2));
        fixture.drain(node);

        assertThat(fixture.state(id)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(ledger).containsExactly("k1/1", "k1/2");
        assertThat(fixture.outcomes(id)).containsExactly("retry", "delivered");
    }

    @Test
    void a_node_that_dies_while_sending_leaves_the_entry_and_the_next_node_writes_another() {
        sender.beforeAnswering(() -> {
            throw new KilledHere();
        });
        long id = fixture.order("harbor", "R1", "k1");
        try {
            fixture.drain(node);
        } catch (KilledHere expected) {
            // As a killed process would, this node says nothing of what it did.
        }
        assertThat(ledger).containsExactly("k1/1");

        sender.beforeAnswering(() -> {});
        fixture.clock.tick(DeliveryFixture.PROPERTIES.lease().plusSeconds(1));
        fixture.drain(fixture.node("b"));

        assertThat(fixture.state(id)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(ledger).hasSize(2).startsWith("k1/1");
    }

    @Test
    void a_delivery_that_was_being_retried_does_not_leave_after_the_revocation() {
        sender.down("harbor");
        long id = fixture.order("harbor", "R1", "k1");
        fixture.drain(node);
        assertThat(fixture.state(id)).isEqualTo(DeliveryState.READY);

        fixture.withoutConsent.add("harbor");
        sender.up("harbor");
        fixture.clock.tick(Duration.ofHours(2));
        fixture.drain(node);

        assertThat(fixture.state(id)).isEqualTo(DeliveryState.HELD);
        assertThat(sender.taken()).isEmpty();
        assertThat(ledger).containsExactly("k1/1");
    }

    /** Not to be caught by what catches our own faults. */
    private static final class KilledHere extends Error {
        private static final long serialVersionUID = 1L;
    }
}
