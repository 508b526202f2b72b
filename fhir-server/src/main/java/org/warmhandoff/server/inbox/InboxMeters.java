package org.warmhandoff.server.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.warmhandoff.routes.intake.Dialect;

/** Counts what arrived and what was applied, by dialect and outcome. */
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

    /** Outcome is one of {@code applied}, {@code retry}, {@code failed}. */
    void settled(Dialect dialect, String outcome) {
        Counter.builder("warmhandoff.inbox.settled")
                .description("Attempts to apply accepted messages, by dialect and outcome")
                .tag("dialect", dialect.name().toLowerCase(Locale.ROOT))
                .tag("outcome", outcome)
                .register(registry)
                .increment();
    }
}
