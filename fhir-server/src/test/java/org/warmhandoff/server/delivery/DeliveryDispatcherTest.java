package org.warmhandoff.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.warmhandoff.routes.delivery.DeliveryResult;

class DeliveryDispatcherTest {

    private final DeliveryFixture fixture = new DeliveryFixture();
    private final ScriptedSender sender = fixture.sender;
    private final DeliveryDispatcher node = fixture.node("a");

    @Test
    void a_delivery_leaves_once_and_its_outcome_is_recorded_with_what_follows() {
        long id = fixture.order("harbor", "R1", "k1");

        fixture.drain(node);
        fixture.drain(node);

        assertThat(sender.taken()).containsExactly("k1");
        assertThat(fixture.listener.heard).containsExactly("delivered k1 201");
        assertThat(fixture.state(id)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(fixture.queue.attempts(id))
                .singleElement()
                .matches(a -> a.node().equals("a") && a.outcome().equals("delivered"));
    }

    @Test
    void a_partner_that_comes_back_gets_everything_in_order() {
        fixture.order("harbor", "R1", "k1");
        fixture.order("harbor", "R1", "k2");
        fixture.order("harbor", "R1", "k3");
        sender.down("harbor");
        fixture.drain(node);
        fixture.clock.tick(Duration.ofMinutes(1));
        fixture.drain(node);
        assertThat(sender.tried()).isNotEmpty().containsOnly("k1");

        sender.up("harbor");
        fixture.clock.tick(Duration.ofHours(1));
        fixture.drain(node);

        assertThat(sender.taken()).containsExactly("k1", "k2", "k3");
    }

    @Test
    void one_referral_that_waits_holds_up_no_other() {
        fixture.order("harbor", "R1", "k1");
        sender.answer("harbor", new DeliveryResult.Retry("AE", "busy"));
        fixture.drain(node);
        sender.up("harbor");

        fixture.order("harbor", "R1", "k2");
        fixture.order("harbor", "R2", "k3");
        fixture.order("mercy", "R1", "k4");
        fixture.drain(node);

        assertThat(sender.taken()).containsExactlyInAnyOrder("k3", "k4");
    }

    @Test
    void a_rejected_delivery_is_dead_at_once_and_lets_its_followers_go() {
        long rejected = fixture.order("harbor", "R1", "k1");
        fixture.order("harbor", "R1", "k2");
        sender.answer("harbor", new DeliveryResult.Rejected("422", "unprocessable"));
        sender.beforeAnswering(() -> {
            if (sender.tried().size() == 1) {
                sender.up("harbor");
            }
        });

        fixture.drain(node);

        assertThat(fixture.state(rejected)).isEqualTo(DeliveryState.DEAD);
        assertThat(fixture.listener.heard).containsExactly("dead k1 422", "delivered k2 201");
    }

    @Test
    void a_delivery_is_given_up_a_day_after_its_first_attempt() {
        long id = fixture.order("harbor", "R1", "k1");
        sender.answer("harbor", new DeliveryResult.Retry("AE", "busy"));
        fixture.clock.tick(Duration.ofDays(3));
        fixture.drain(node);
        fixture.clock.tick(DeliveryFixture.RETRY.giveUp().minusSeconds(1));
        fixture.drain(node);
        assertThat(fixture.state(id)).isEqualTo(DeliveryState.READY);

        fixture.clock.tick(Duration.ofSeconds(1));
        fixture.drain(node);

        assertThat(fixture.state(id)).isEqualTo(DeliveryState.DEAD);
        assertThat(fixture.listener.heard).containsExactly("dead k1 AE");
        assertThat(fixture.outcomes(id)).containsExactly("retry", "retry", "retry");
    }

    @Test
    void a_partner_that_says_when_is_not_asked_before() {
        fixture.order("harbor", "R1", "k1");
        sender.answer("harbor", new DeliveryResult.Retry("HTTP 503", "busy", Duration.ofMinutes(10)));
        fixture.drain(node);
        sender.up("harbor");

        fixture.clock.tick(Duration.ofMinutes(9));
        fixture.drain(node);
        assertThat(sender.taken()).isEmpty();

        fixture.clock.tick(Duration.ofMinutes(1));
        fixture.drain(node);
        assertThat(sender.taken()).containsExactly("k1");
    }

    @Test
    void a_dead_delivery_can_be_replayed() {
        long id = fixture.order(new DeliveryOrder("harbor", "R1", "broken", null, Map.of(), "k1"));
        fixture.drain(node);
        assertThat(fixture.outcomes(id)).containsExactly("unrenderable");
        assertThat(fixture.state(id)).isEqualTo(DeliveryState.DEAD);

        assertThat(fixture.queue.replay(id)).isTrue();
        assertThat(fixture.queue.replay(id)).isFalse();
        assertThat(fixture.state(id)).isEqualTo(DeliveryState.READY);
    }

    @Test
    void a_partner_that_is_down_burns_no_attempts() {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ids.add(fixture.order("harbor", "R" + i, "k" + i));
        }
        sender.down("harbor");

        fixture.drain(node);
        int beforeOpen = sender.tried().size();
        assertThat(beforeOpen).isEqualTo(DeliveryFixture.PROPERTIES.perPartner());

        fixture.clock.tick(Duration.ofHours(1));
        fixture.drain(node);
        assertThat(sender.tried()).hasSize(beforeOpen + 1);

        sender.up("harbor");
        fixture.clock.tick(Duration.ofHours(1));
        fixture.drain(node);
        assertThat(sender.taken()).hasSize(20);
        assertThat(ids).allMatch(id -> fixture.state(id) == DeliveryState.DELIVERED);
    }

    @Test
    void what_waits_for_a_partner_goes_as_soon_as_it_answers_again() {
        long patient = fixture.order("harbor", "R0", "k0");
        sender.answer("harbor", new DeliveryResult.Retry("AE", "busy"));
        for (int i = 0; i < 12; i++) {
            fixture.drain(node);
            fixture.clock.tick(Duration.ofHours(1));
        }
        fixture.drain(node);
        sender.down("harbor");
        for (int i = 1; i <= DeliveryFixture.PROPERTIES.breakerThreshold(); i++) {
            fixture.order("harbor", "R" + i, "k" + i);
        }
        fixture.drain(node);
        sender.up("harbor");
        fixture.clock.tick(Duration.ofSeconds(5));
        assertThat(fixture.queue.find(patient).orElseThrow().progress().dueAt())
                .isAfter(fixture.clock.instant().plusSeconds(60));

        fixture.drain(node);

        assertThat(sender.taken()).hasSize(4).contains("k0");
    }

    @Test
    void an_answer_of_the_application_is_no_outage() {
        for (int i = 0; i < 20; i++) {
            fixture.order("harbor", "R" + i, "k" + i);
        }
        sender.answer("harbor", new DeliveryResult.Retry("AE", "busy"));

        fixture.drain(node);

        assertThat(sender.tried()).hasSize(20);
    }

    @Test
    void a_listener_that_fails_at_first_hears_it_again_and_nothing_is_sent_twice() {
        long id = fixture.order("harbor", "R1", "k1");
        fixture.listener.failures = 2;

        fixture.drain(node);

        assertThat(fixture.state(id)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(fixture.listener.heard).containsExactly("delivered k1 201");
    }

    @Test
    void what_was_sent_but_could_not_be_recorded_is_recorded_later_without_sending() {
        long id = fixture.order("harbor", "R1", "k1");
        fixture.listener.failures = 3;
        fixture.drain(node);
        assertThat(fixture.queue.find(id).orElseThrow().progress())
                .matches(p -> p.state() == DeliveryState.READY && "not-recorded".equals(p.reason()));

        fixture.clock.tick(Duration.ofHours(1));
        fixture.drain(node);

        assertThat(sender.tried()).containsExactly("k1");
        assertThat(fixture.state(id)).isEqualTo(DeliveryState.DELIVERED);
        assertThat(fixture.listener.heard).containsExactly("delivered k1 201");
    }

    @Test
    void what_a_listener_writes_is_stored_with_the_outcome_or_not_at_all() {
        fixture.order("harbor", "R1", "k1");
        fixture.listener.failures = 1;
        fixture.listener.also = () -> fixture.queue.enqueue(new DeliveryOrder(
                "mercy", "R1", "status-notice", null, Map.of(), "notice-" + fixture.listener.failures));

        node.dispatch(Runnable::run);

        assertThat(fixture.queue.list(DeliveryFilter.toPartner("mercy"), 10))
                .extracting(Delivery::idempotencyKey)
                .containsExactly("notice-0");
    }

    @Test
    void a_kind_that_this_node_cannot_render_is_left_for_another() {
        long id = fixture.order(new DeliveryOrder("harbor", "R1", "unknown-kind", null, Map.of(), "k1"));

        fixture.drain(node);

        assertThat(fixture.state(id)).isEqualTo(DeliveryState.READY);
        assertThat(fixture.queue.find(id).orElseThrow().progress().reason()).isEqualTo("no-renderer");
    }

    @Test
    void a_delivery_that_always_fails_here_is_abandoned_and_lets_its_followers_go() {
        DeliveryRenderer sound = fixture.renderer;
        fixture.renderer = failingFor("k1", sound);
        long poison = fixture.order("harbor", "R1", "k1");
        fixture.order("harbor", "R1", "k2");
        DeliveryDispatcher failing = fixture.node("b");

        for (int i = 0; i < DeliveryRunner.MOST_OWN_FAULTS; i++) {
            fixture.drain(failing);
            fixture.clock.tick(Duration.ofHours(1));
        }
        fixture.drain(failing);

        assertThat(fixture.state(poison)).isEqualTo(DeliveryState.DEAD);
        assertThat(fixture.outcomes(poison))
                .hasSize(DeliveryRunner.MOST_OWN_FAULTS)
                .endsWith("abandoned");
        assertThat(sender.taken()).containsExactly("k2");
    }

    @Test
    void faults_of_ours_that_pass_are_not_held_against_a_delivery() {
        long id = fixture.order("harbor", "R1", "k1");
        DeliveryRenderer sound = fixture.renderer;
        for (int i = 0; i < DeliveryRunner.MOST_OWN_FAULTS; i++) {
            fixture.renderer = i % 2 == 0 ? failingFor("k1", sound) : sound;
            sender.answer("harbor", new DeliveryResult.Retry("AE", "busy"));
            fixture.drain(fixture.node("n" + i));
            fixture.clock.tick(Duration.ofHours(1));
        }

        assertThat(fixture.state(id)).isEqualTo(DeliveryState.READY);
        assertThat(fixture.outcomes(id)).hasSize(DeliveryRunner.MOST_OWN_FAULTS).containsOnly("retry");
    }

    private static DeliveryRenderer failingFor(String key, DeliveryRenderer sound) {
        return new DeliveryRenderer() {
            @Override
            public boolean renders(String kind) {
                return true;
            }

            @Override
            public Rendering render(Delivery delivery) {
                if (delivery.idempotencyKey().equals(key)) {
                    throw new IllegalStateException("always");
                }
                return sound.render(delivery);
            }
        };
    }

    @Test
    void nothing_goes_to_a_partner_that_is_paused_until_it_is_resumed() {
        fixture.paused.add("harbor");
        fixture.order("harbor", "R1", "k1");
        fixture.order("mercy", "R1", "k2");
        fixture.drain(node);
        assertThat(sender.taken()).containsExactly("k2");

        fixture.paused.clear();
        fixture.drain(node);
        assertThat(sender.taken()).containsExactly("k2", "k1");
    }

    @Test
    void attempts_and_deaths_are_counted_by_kind_of_partner() {
        fixture.order("harbor", "R1", "k1");
        fixture.order(new DeliveryOrder("harbor", "R2", "broken", null, Map.of(), "k2"));

        fixture.drain(node);

        assertThat(fixture.registry
                        .get("warmhandoff.delivery.attempts")
                        .tags("outcome", "delivered", "partner_kind", "rehab")
                        .timer()
                        .count())
                .isOne();
        assertThat(fixture.registry
                        .get("warmhandoff.delivery.dead")
                        .tag("partner_kind", "rehab")
                        .counter())
                .returns(1.0, io.micrometer.core.instrument.Counter::count);
    }
}
