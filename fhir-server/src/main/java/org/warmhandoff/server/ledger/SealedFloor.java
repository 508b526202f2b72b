package org.warmhandoff.server.ledger;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Below it all is sealed, so that a look for what is not need not start at the first entry. Ids are given before the
 * commit: a number counts once every transaction has ended that ran when it was the highest.
 */
final class SealedFloor {

    private static final String FIRST_UNSEALED =
            """
            select coalesce(
              (select min(id) - 1 from warmhandoff.ledger_entry e
                where not exists (select 1 from warmhandoff.ledger_chain c where c.entry = e.id)),
              0)
            """;
    private static final String NOW =
            """
            select (select coalesce(max(entry), 0) from warmhandoff.ledger_chain) as highest,
                   pg_snapshot_xmax(pg_current_snapshot())::text::bigint as next,
                   pg_snapshot_xmin(pg_current_snapshot())::text::bigint as oldest
            """;

    private final JdbcTemplate jdbc;
    private long value = -1;
    private @Nullable Mark pending;

    SealedFloor(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Mark(long highest, long next, long oldest) {}

    long value() {
        return value;
    }

    void look() {
        if (value < 0) {
            value = Objects.requireNonNull(jdbc.queryForObject(FIRST_UNSEALED, Long.class));
        }
        Mark now = Objects.requireNonNull(jdbc.queryForObject(
                NOW, (row, n) -> new Mark(row.getLong("highest"), row.getLong("next"), row.getLong("oldest"))));
        Mark then = pending;
        if (then == null) {
            pending = now;
        } else if (now.oldest() >= then.next()) {
            value = Math.max(value, then.highest());
            pending = now;
        }
    }
}
