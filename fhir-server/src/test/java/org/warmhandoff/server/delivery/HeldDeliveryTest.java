package org.warmhandoff.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HeldDeliveryTest {

    private final DeliveryFixture fixture = new DeliveryFixture();
    private final ScriptedSender sender = fixture.sender;
    private final DeliveryDispatcher node = fixture.node("a");

    @Test
    void what_is_withheld_waits_and_leaves_when_released() {
        fixture.withoutConsent.add("court");
        long id = fixture.order("court", "R1", "k1");
        fixture.drain(node);
        assertThat(fixture.state(id)).isEqualTo(DeliveryState.HELD);
        assertThat(fixture.listener.heard).containsExactly("held k1 no-consent");

        fixture.queue.release(DeliveryFilter.toPartner("court"));
        fixture.drain(node);
        assertThat(sender.tried()).isEmpty();

        fixture.withoutConsent.clear();
        fixture.queue.release(DeliveryFilter.toPartner("court"));
        fixture.drain(node);
        assertThat(sender.taken()).containsExactly("k1");
        assertThat(fixture.queue.find(id).orElseThrow().progress().attempts()).isOne();
    }

    @Test
    void consent_that_arrives_while_a_delivery_is_being_withheld_is_not_missed() {
        DeliveryRenderer asking = fixture.renderer;
        fixture.withoutConsent.add("court");
        fixture.renderer = new DeliveryRenderer() {
            @Override
            public boolean renders(String kind) {
                return true;
            }

            @Override
            public Rendering render(Delivery delivery) {
                Rendering rendering = asking.render(delivery);
                fixture.withoutConsent.clear();
                fixture.queue.release(DeliveryFilter.toPartner("court"));
                return rendering;
            }
        };
        fixture.order("court", "R1", "k1");

        fixture.drain(fixture.node("b"));

        assertThat(sender.taken()).containsExactly("k1");
    }

    @Test
    void a_delivery_ordered_and_withheld_while_consent_commits_is_not_missed() {
        fixture.withoutConsent.add("court");

        fixture.transaction.executeWithoutResult(status -> {
            fixture.queue.release(DeliveryFilter.toPartner("court"));
            onAnotherThread(() -> {
                fixture.order("court", "R1", "k1");
                fixture.drain(node);
            });
            fixture.withoutConsent.clear();
        });
        fixture.drain(node);

        assertThat(fixture.listener.heard).containsExactly("held k1 no-consent", "delivered k1 201");
    }

    @Test
    void consent_that_is_there_but_not_announced_lets_the_earlier_go_first() {
        long first = fixture.order("harbor", "R1", "k1");
        fixture.withoutConsent.add("harbor");
        fixture.drain(node);
        fixture.withoutConsent.clear();
        fixture.order("harbor", "R1", "k2");

        fixture.drain(node);

        assertThat(sender.taken()).containsExactly("k1", "k2");
        assertThat(fixture.outcomes(first)).containsExactly("withheld", "delivered");
    }

    @Test
    void what_may_leave_does_not_wait_for_ever_for_what_may_not() {
        fixture.renderer = new DeliveryRenderer() {
            @Override
            public boolean renders(String kind) {
                return true;
            }

            @Override
            public Rendering render(Delivery delivery) {
                return delivery.idempotencyKey().equals("k1")
                        ? new Rendering.Withheld("labels")
                        : fixture.message(delivery);
            }
        };
        DeliveryDispatcher own = fixture.node("own");
        long first = fixture.order("harbor", "R1", "k1");
        fixture.order("harbor", "R1", "k2");

        fixture.drain(own);

        assertThat(sender.taken()).containsExactly("k2");
        assertThat(fixture.state(first)).isEqualTo(DeliveryState.HELD);
        assertThat(fixture.outcomes(first)).containsExactly("withheld", "withheld");
    }

    @Test
    void a_held_delivery_holds_up_none_behind_it() {
        fixture.order(new DeliveryOrder("court", "R1", "court-package", null, Map.of(), "k1").heldFor("staff"));
        fixture.order("court", "R1", "k2");

        fixture.drain(node);

        assertThat(sender.taken()).containsExactly("k2");
    }

    private static void onAnotherThread(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }
}
