package org.warmhandoff.server.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.warmhandoff.routes.intake.Dialect;

/** Counts what arrived, by dialect and by what was made of it. */
final class InboxMeters {

    private final MeterRegistry registry;

    InboxMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Outcome is one of {@code stored}, {@code repeated}, {@code conflicting}, {@code refused}. */
    void received(Dialect dialect, String outcome) {
        Counter.builder("warmhandoff.inbox.received")
                .description("Messages received, by dialect and outcome")
                .tag("dialect", dialect.name().toLowerCase(Locale.ROOT))
                .tag("outcome", outcome)
                .register(registry)
                .increment();
    }
}
