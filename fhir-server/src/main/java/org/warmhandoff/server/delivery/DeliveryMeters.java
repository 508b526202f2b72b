package org.warmhandoff.server.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import org.warmhandoff.routes.partner.PartnerDirectory;

/** Counts and times attempts by outcome and kind of partner. */
final class DeliveryMeters {

    private final MeterRegistry registry;
    private final PartnerDirectory partners;

    DeliveryMeters(MeterRegistry registry, PartnerDirectory partners) {
        this.registry = registry;
        this.partners = partners;
    }

    void attempted(Delivery delivery, Settlement settlement, Instant started, Instant ended) {
        String kind = kindOf(delivery.partnerId());
        Timer.builder("warmhandoff.delivery.attempts")
                .description("Attempts to deliver, by outcome and kind of partner")
                .tag("outcome", settlement.outcome())
                .tag("partner_kind", kind)
                .register(registry)
                .record(Duration.between(started, ended));
        if (settlement.state() == DeliveryState.DEAD) {
            registry.counter("warmhandoff.delivery.dead", "partner_kind", kind).increment();
        }
    }

    String kindOf(String partnerId) {
        return partners.byId(partnerId).map(partner -> partner.kind().code()).orElse("unknown");
    }
}
