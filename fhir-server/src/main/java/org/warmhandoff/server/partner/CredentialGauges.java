package org.warmhandoff.server.partner;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.routes.partner.PartnerKind;
import org.warmhandoff.server.work.CachedReading;

/** How long until the first certificate of a kind of partners ends. By kind, so that partners come and go without trace. */
@Component
class CredentialGauges implements MeterBinder {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int QUERY_SECONDS = 2;

    private record End(String partnerId, Instant at) {}

    private final LivePartners partners;
    private final Clock clock;
    private final CachedReading<List<End>> ends;

    CredentialGauges(LivePartners partners, DataSource dataSource, TransactionTemplate transaction, Clock clock) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        jdbc.setQueryTimeout(QUERY_SECONDS);
        this.partners = partners;
        this.clock = clock;
        this.ends = new CachedReading<>(
                () -> Objects.requireNonNull(transaction.execute(status -> read(jdbc))), FRESH, clock);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (PartnerKind kind : PartnerKind.values()) {
            Gauge.builder("warmhandoff.partner.credential.left", () -> left(kind))
                    .description("Time until the first certificate of a partner ends")
                    .baseUnit("seconds")
                    .tag("partner_kind", kind.code())
                    .register(registry);
        }
    }

    private double left(PartnerKind kind) {
        return ends.get()
                .flatMap(all -> all.stream()
                        .filter(end -> partners.byId(end.partnerId())
                                .filter(partner -> partner.kind() == kind)
                                .isPresent())
                        .map(End::at)
                        .min(Comparator.naturalOrder()))
                .map(end -> (double) Duration.between(clock.instant(), end).toSeconds())
                .orElse(Double.NaN);
    }

    private static List<End> read(JdbcTemplate jdbc) {
        return jdbc.query(
                "select partner_id, min(expires_at) as ends from warmhandoff.partner_credential group by partner_id",
                (row, n) -> new End(
                        row.getString("partner_id"),
                        row.getObject("ends", OffsetDateTime.class).toInstant()));
    }
}
