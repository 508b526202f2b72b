package org.warmhandoff.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryGaugesTest {

    private final DeliveryFixture fixture = new DeliveryFixture();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @BeforeEach
    void bind() {
        new DeliveryGauges(fixture.dataSource, fixture.transaction, fixture.meters, fixture.clock).bindTo(registry);
    }

    @Test
    void depth_is_shown_by_state_and_kind_of_partner() {
        fixture.order("harbor", "R1", "k1");
        fixture.order("mercy", "R2", "k2");
        fixture.order("nobody", "R3", "k3");

        assertThat(depth("rehab", "ready")).isEqualTo(2);
        assertThat(depth("unknown", "ready")).isOne();
        assertThat(depth("rehab", "dead")).isZero();
    }

    @Test
    void the_oldest_ready_delivery_shows_its_age() {
        assertThat(oldest()).isZero();
        fixture.order("harbor", "R1", "k1");
        fixture.clock.tick(Duration.ofSeconds(90));
        fixture.order("harbor", "R2", "k2");

        assertThat(oldest()).isEqualTo(90);
    }

    @Test
    void the_database_is_asked_once_for_many_readings() {
        assertThat(depth("rehab", "ready")).isZero();
        fixture.order("harbor", "R1", "k1");

        assertThat(depth("rehab", "ready")).isZero();
        fixture.clock.tick(Duration.ofSeconds(10));
        assertThat(depth("rehab", "ready")).isOne();
    }

    private double depth(String kind, String state) {
        return registry.get("warmhandoff.delivery.depth")
                .tags("partner_kind", kind, "state", state)
                .gauge()
                .value();
    }

    private double oldest() {
        return registry.get("warmhandoff.delivery.oldest.ready")
                .tag("partner_kind", "rehab")
                .gauge()
                .value();
    }
}
