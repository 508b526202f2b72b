package org.warmhandoff.server.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a query for metrics said, for some seconds, so that the database is asked seldom whoever scrapes; empty while it
 * does not answer. Thread-safe.
 */
public final class CachedReading<T> {

    private static final Logger log = LoggerFactory.getLogger(CachedReading.class);

    private final Supplier<T> query;
    private final Duration fresh;
    private final Clock clock;
    private Instant readAt = Instant.MIN;
    private Optional<T> reading = Optional.empty();

    public CachedReading(Supplier<T> query, Duration fresh, Clock clock) {
        this.query = query;
        this.fresh = fresh;
        this.clock = clock;
    }

    public synchronized Optional<T> get() {
        Instant now = clock.instant();
        if (now.isBefore(readAt.plus(fresh))) {
            return reading;
        }
        readAt = now;
        try {
            reading = Optional.of(query.get());
        } catch (RuntimeException e) {
            log.warn("no reading for metrics: {}", PollingLoop.describe(e));
            reading = Optional.empty();
        }
        return reading;
    }
}
