package org.warmhandoff.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class UnwantedDeliveryTest {

    private final DeliveryFixture fixture = new DeliveryFixture();
    private final ScriptedSender sender = fixture.sender;
    private final DeliveryDispatcher node = fixture.node("a");

    @Test
    void what_is_no_longer_wanted_is_cancelled_without_an_alert_and_lets_its_followers_go() {
        long id = fixture.order(new DeliveryOrder("harbor", "R1", "unwanted", null, Map.of(), "k1"));
        fixture.order("harbor", "R1", "k2");

        fixture.drain(node);

        assertThat(fixture.state(id)).isEqualTo(DeliveryState.CANCELLED);
        assertThat(fixture.queue.find(id).orElseThrow().progress().reason()).isEqualTo("subscription-off");
        assertThat(fixture.outcomes(id)).containsExactly("withheld");
        assertThat(fixture.listener.heard).containsExactly("delivered k2 201");
        assertThat(sender.taken()).containsExactly("k2");
    }
}
