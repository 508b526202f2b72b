package org.warmhandoff.server;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.hl7v2.MllpIntakeRoutes;

/** Whether HL7 v2 senders find a listener; part of readiness as {@code mllpListener}. */
@Component("mllpListener")
class MllpListenerHealth implements HealthIndicator {

    private final MllpIntakeRoutes routes;

    MllpListenerHealth(MllpIntakeRoutes routes) {
        this.routes = routes;
    }

    @Override
    public Health health() {
        try {
            return Health.up().withDetails(routes.ports()).build();
        } catch (IllegalStateException e) {
            return Health.down().build();
        }
    }
}
