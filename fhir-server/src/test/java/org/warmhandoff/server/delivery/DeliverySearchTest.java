package org.warmhandoff.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.warmhandoff.routes.delivery.DeliveryResult;

class DeliverySearchTest {

    private final DeliveryFixture fixture = new DeliveryFixture();
    private final DeliverySearch search = new DeliverySearch(fixture.dataSource, fixture.transactions);
    private final DeliveryDispatcher node = fixture.node("a");

    @Test
    void a_delivery_is_found_by_the_id_that_its_partner_knows() {
        long id = fixture.order("harbor", "R1", "k1");
        fixture.order("harbor", "R2", "k2");
        String messageId = MessageIds.of(fixture.queue.find(id).orElseThrow());

        assertThat(found(byMessage(messageId))).containsExactly(id);
        assertThat(found(byMessage(messageId.replace("-", "").substring(0, 20).toUpperCase())))
                .containsExactly(id);
        assertThat(found(byMessage("MSG1"))).isEmpty();
    }

    @Test
    void the_database_makes_the_same_message_ids_as_we_do() {
        for (int i = 0; i < 50; i++) {
            long id = fixture.order("harbor", "R" + i, "status/" + i + "/\u00e9");
            assertThat(fixture.jdbc
                            .sql("select message_id from warmhandoff.delivery where id = :id")
                            .param("id", id)
                            .query(String.class)
                            .single())
                    .isEqualTo(
                            MessageIds.of(fixture.queue.find(id).orElseThrow()).replace("-", ""));
        }
    }

    @Test
    void deliveries_are_found_by_referral_partner_state_and_trouble() {
        long one = fixture.order("harbor", "R1", "k1");
        long other = fixture.order("mercy", "R2", "k2");
        fixture.sender.answer("harbor", new DeliveryResult.Rejected("HTTP 422", "no"));
        fixture.drain(node);

        assertThat(found(new DeliveryCriteria(List.of("Task/R1"), null, null, null, null, null, null)))
                .containsExactly(one);
        assertThat(found(new DeliveryCriteria(List.of(), null, null, null, null, null, null)))
                .isEmpty();
        assertThat(found(new DeliveryCriteria(null, null, "mercy", "delivered", null, null, null)))
                .containsExactly(other);
        assertThat(found(new DeliveryCriteria(null, null, null, null, "HTTP 422", null, null)))
                .containsExactly(one);
        assertThat(search.buckets())
                .containsExactly(new DeliveryBucket("harbor", "dead", "HTTP 422", 1, fixture.clock.instant()));
    }

    @Test
    void a_replay_of_something_delivered_sends_nothing() {
        long id = fixture.order("harbor", "R1", "k1");
        fixture.drain(node);

        assertThat(replay().replay(fixture.queue.find(id).orElseThrow())).isFalse();
        fixture.drain(node);

        assertThat(fixture.sender.taken()).containsExactly("k1");
    }

    @Test
    void a_replay_asks_for_consent_again_and_keeps_the_message_id() {
        long id = fixture.order("court", "R1", "k1");
        fixture.sender.answer("court", new DeliveryResult.Rejected("AR", "no"));
        fixture.drain(node);
        fixture.withoutConsent.add("court");
        fixture.sender.up("court");

        assertThat(replay().dryRun(fixture.queue.find(id).orElseThrow()))
                .isEqualTo(new Rendering.Withheld("no-consent"));
        assertThat(fixture.state(id)).isEqualTo(DeliveryState.DEAD);
        assertThat(replay().replay(fixture.queue.find(id).orElseThrow())).isTrue();
        fixture.drain(node);
        assertThat(fixture.state(id)).isEqualTo(DeliveryState.HELD);

        fixture.withoutConsent.clear();
        assertThat(replay().replay(fixture.queue.find(id).orElseThrow())).isTrue();
        fixture.drain(node);
        assertThat(fixture.sender.taken()).containsExactly("k1");
    }

    private DeliveryReplay replay() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("renderer", fixture.renderer);
        return new DeliveryReplay(fixture.queue, beans.getBeanProvider(DeliveryRenderer.class), fixture.transactions);
    }

    private List<Long> found(DeliveryCriteria criteria) {
        return search.find(criteria, Long.MAX_VALUE, 100).stream()
                .map(Delivery::id)
                .toList();
    }

    private static DeliveryCriteria byMessage(String id) {
        return new DeliveryCriteria(null, id, null, null, null, null, null);
    }
}
