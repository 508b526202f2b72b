package org.warmhandoff.server.validation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** {@code warmhandoff.validation}: what validation costs, by what was validated. */
@Component
class ValidationMeters {

    private final Timer resource;
    private final Timer bundle;
    private final Timer stored;

    ValidationMeters(MeterRegistry meters) {
        resource = timer(meters, "resource");
        bundle = timer(meters, "bundle");
        stored = timer(meters, "stored");
    }

    private static Timer timer(MeterRegistry meters, String of) {
        return Timer.builder("warmhandoff.validation")
                .description("Holding what is written against its profiles")
                .tag("of", of)
                .publishPercentiles(0.5, 0.95)
                .register(meters);
    }

    /** One resource of a client, before its transaction. */
    Findings resource(Supplier<Findings> work) {
        return resource.record(work);
    }

    /** All resources of a Bundle, before its transaction. */
    Findings bundle(Supplier<Findings> work) {
        return bundle.record(work);
    }

    /** One resource that the server made of others, inside the transaction. */
    Findings stored(Supplier<Findings> work) {
        return stored.record(work);
    }
}
