package org.warmhandoff.server.referral.sla;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** By when each referral should go on, and when its intake begins; joins the caller's transaction. */
@Component
class SlaRows {

    private static final String MOVED =
            """
            with before as (select task_id, overdue_since from warmhandoff.referral where task_id = :task for update)
            update warmhandoff.referral r set sla_due_at = :due, overdue_since = null, intake_at = :intake
              from before where r.task_id = before.task_id returning before.overdue_since
            """;

    private static final String OVERDUE =
            """
            update warmhandoff.referral set overdue_since = sla_due_at, sla_due_at = null
             where task_id = :task and sla_due_at <= :now returning state, overdue_since
            """;

    private final JdbcClient jdbc;

    SlaRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param since when it should have gone on */
    record Overdue(String state, Instant since) {}

    /** Since when it was overdue, if it was. */
    Optional<Instant> moved(String task, @Nullable Instant due, @Nullable Instant intake) {
        return jdbc
                .sql(MOVED)
                .param("task", task)
                .param("due", utc(due), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("intake", utc(intake), Types.TIMESTAMP_WITH_TIMEZONE)
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    List<String> due(Instant now, int limit) {
        return tasks(
                "select task_id from warmhandoff.referral where sla_due_at <= :now order by sla_due_at limit :n",
                now,
                limit);
    }

    /** Marks it; the state in which it waits, or empty when it has gone on. */
    List<Overdue> overdue(String task, Instant now) {
        return jdbc.sql(OVERDUE)
                .param("task", task)
                .param("now", utc(now))
                .query((row, n) ->
                        new Overdue(row.getString(1), row.getTimestamp(2).toInstant()))
                .list();
    }

    /** Whose intake began before that moment. */
    List<String> intakesBefore(Instant moment, int limit) {
        return tasks(
                "select task_id from warmhandoff.referral where intake_at <= :now order by intake_at limit :n",
                moment,
                limit);
    }

    void intakeAt(String task, @Nullable Instant at) {
        jdbc.sql("update warmhandoff.referral set intake_at = :at where task_id = :task")
                .param("at", utc(at), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("task", task)
                .update();
    }

    /** How many are overdue in each state. */
    Map<String, Long> counts() {
        return jdbc
                .sql(
                        """
                        select state, count(*) as n from warmhandoff.referral
                         where overdue_since is not null group by state
                        """)
                .query((row, n) -> Map.entry(row.getString("state"), row.getLong("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<String> tasks(String sql, Instant now, int limit) {
        return jdbc.sql(sql)
                .param("now", utc(now))
                .param("n", limit)
                .query(String.class)
                .list();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
