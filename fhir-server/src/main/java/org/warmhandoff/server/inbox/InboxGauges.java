package org.warmhandoff.server.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.server.work.CachedReading;

/** How many accepted messages wait to be applied, and for how long; one bounded query at most every ten seconds. */
final class InboxGauges implements MeterBinder {

    private static final String WAITING =
            """
            select count(*) as messages, coalesce(min(received_at), now()) as oldest
              from warmhandoff.inbox where state = 'received'
            """;

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final int QUERY_SECONDS = 2;

    private record Waiting(long messages, OffsetDateTime oldest) {}

    private final Clock clock;
    private final CachedReading<Waiting> waiting;

    InboxGauges(DataSource dataSource, TransactionTemplate transaction, Clock clock) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        jdbc.setQueryTimeout(QUERY_SECONDS);
        this.clock = clock;
        this.waiting = new CachedReading<>(
                () -> Objects.requireNonNull(transaction.execute(status -> read(jdbc))), FRESH, clock);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "warmhandoff.inbox.pending", "Accepted messages not yet applied", Waiting::messages);
        gauge(registry, "warmhandoff.inbox.oldest.pending", "Age of the oldest of them in seconds", this::age);
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<Waiting> value) {
        Gauge.builder(name, () -> waiting.get().map(value::applyAsDouble).orElse(Double.NaN))
                .description(description)
                .register(registry);
    }

    private double age(Waiting now) {
        long seconds =
                Duration.between(now.oldest().toInstant(), clock.instant()).toSeconds();
        return now.messages() == 0 ? 0 : seconds;
    }

    private static Waiting read(JdbcTemplate jdbc) {
        Waiting read = jdbc.queryForObject(
                WAITING,
                (row, n) -> new Waiting(row.getLong("messages"), row.getObject("oldest", OffsetDateTime.class)));
        return Objects.requireNonNull(read);
    }
}
