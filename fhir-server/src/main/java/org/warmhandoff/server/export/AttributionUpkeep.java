package org.warmhandoff.server.export;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.timers.RecurringWork;
import org.warmhandoff.server.work.Wakeup;

/**
 * Sees to what no write of a Coverage tells: its period began or ended, or the configured payers are others than those
 * that the Coverages were matched with.
 */
@Component
class AttributionUpkeep implements RecurringWork {

    private static final String SEEN = "select matched_with, seen_until from warmhandoff.payer_upkeep";

    private static final String SEE =
            """
            insert into warmhandoff.payer_upkeep (matched_with, seen_until) values (?, ?)
            on conflict (id) do update set matched_with = excluded.matched_with, seen_until = excluded.seen_until""";

    private static final String COVERAGES =
            """
            select res_id, fhir_id from hfj_resource
             where res_type = 'Coverage' and res_deleted_at is null and res_id > ? order by res_id limit 200""";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final PartnerDirectory partners;
    private final PayerCoverageRegister register;
    private final CoverageArrival arrival;
    private final Wakeup wakeup;

    AttributionUpkeep(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Clock clock,
            PartnerDirectory partners,
            PayerCoverageRegister register,
            CoverageArrival arrival,
            @Qualifier("payerGroupWakeup") Wakeup wakeup) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.partners = partners;
        this.register = register;
        this.arrival = arrival;
        this.wakeup = wakeup;
    }

    private record Seen(String matchedWith, Instant until) {}

    private record Row(long number, String id) {}

    @Override
    public String name() {
        return "payer-attribution";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        String payers = fingerprint();
        Optional<Seen> seen =
                jdbc
                        .query(
                                SEEN,
                                (row, n) -> new Seen(
                                        row.getString(1), row.getTimestamp(2).toInstant()))
                        .stream()
                        .findFirst();
        if (seen.filter(last -> last.matchedWith().equals(payers)).isEmpty()) {
            matchAll();
        }
        transaction.executeWithoutResult(status -> {
            register.markDue(
                    seen.map(last -> register.crossed(last.until(), now)).orElse(List.of()));
            jdbc.update(SEE, payers, Timestamp.from(now));
            wakeup.wakeAfterCommit();
        });
    }

    /** In small transactions of its own, beside the writes that come in meanwhile. */
    private void matchAll() {
        long last = 0;
        List<Row> rows = next(last);
        while (!rows.isEmpty()) {
            for (Row row : rows) {
                transaction.executeWithoutResult(status -> arrival.changed("Coverage", row.id()));
                last = row.number();
            }
            rows = next(last);
        }
        register.markDue(
                new PayerMatcher(partners).payers().stream().map(Partner::id).toList());
    }

    private List<Row> next(long after) {
        return jdbc.query(COVERAGES, (row, n) -> new Row(row.getLong(1), row.getString(2)), after);
    }

    private String fingerprint() {
        return new PayerMatcher(partners)
                .payers().stream()
                        .map(payer -> payer.id() + "|" + payer.name() + "|" + payer.identifiers())
                        .sorted()
                        .toList()
                        .toString();
    }
}
