package org.warmhandoff.server.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.routes.partner.PartnerKind;
import org.warmhandoff.server.work.CachedReading;

/**
 * Depth by state and the age of the oldest ready delivery, by kind of partner. One bounded query at most every ten
 * seconds, whoever scrapes; not a number while the database does not answer.
 */
final class DeliveryGauges implements MeterBinder {

    private static final String OPEN =
            """
            select partner_id, state, count(*) as rows, min(created_at) as oldest
              from warmhandoff.delivery
             where state in ('ready', 'leased', 'held', 'dead')
             group by partner_id, state
            """;

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final int QUERY_SECONDS = 2;
    private static final List<DeliveryState> OPEN_STATES =
            List.of(DeliveryState.READY, DeliveryState.LEASED, DeliveryState.HELD, DeliveryState.DEAD);

    private record Depth(String partnerKind, DeliveryState state, long rows, Instant oldest) {}

    private final DeliveryMeters meters;
    private final Clock clock;
    private final CachedReading<List<Depth>> depths;

    DeliveryGauges(DataSource dataSource, TransactionTemplate transaction, DeliveryMeters meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        jdbc.setQueryTimeout(QUERY_SECONDS);
        Supplier<List<Depth>> query =
                () -> Objects.requireNonNull(transaction.execute(status -> jdbc.query(OPEN, (row, n) -> read(row))));
        this.depths = new CachedReading<>(query, FRESH, clock);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String kind : kinds()) {
            for (DeliveryState state : OPEN_STATES) {
                Gauge.builder("warmhandoff.delivery.depth", () -> depth(kind, state))
                        .description("Deliveries in that state")
                        .tags("partner_kind", kind, "state", state.code())
                        .register(registry);
            }
            Gauge.builder("warmhandoff.delivery.oldest.ready", () -> oldestReadySeconds(kind))
                    .description("Age of the oldest delivery that is ready to leave")
                    .baseUnit("seconds")
                    .tag("partner_kind", kind)
                    .register(registry);
        }
    }

    private static List<String> kinds() {
        return Stream.concat(Arrays.stream(PartnerKind.values()).map(PartnerKind::code), Stream.of("unknown"))
                .toList();
    }

    private double depth(String kind, DeliveryState state) {
        return depths.get()
                .map(all -> (double) of(all, kind, state).mapToLong(Depth::rows).sum())
                .orElse(Double.NaN);
    }

    private double oldestReadySeconds(String kind) {
        return depths.get()
                .map(all -> of(all, kind, DeliveryState.READY)
                        .mapToDouble(depth -> Duration.between(depth.oldest(), clock.instant())
                                .toSeconds())
                        .max()
                        .orElse(0))
                .orElse(Double.NaN);
    }

    private static Stream<Depth> of(List<Depth> all, String kind, DeliveryState state) {
        return all.stream().filter(depth -> depth.partnerKind().equals(kind)).filter(depth -> depth.state() == state);
    }

    private Depth read(ResultSet row) throws SQLException {
        return new Depth(
                meters.kindOf(row.getString("partner_id")),
                DeliveryState.ofCode(row.getString("state")),
                row.getLong("rows"),
                DeliveryRow.instant(row, "oldest"));
    }
}
