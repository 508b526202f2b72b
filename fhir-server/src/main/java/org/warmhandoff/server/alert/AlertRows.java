package org.warmhandoff.server.alert;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The alerts that wait; rows about deliveries and messages are written by triggers. */
@Component
public class AlertRows {

    private static final String RAISE =
            """
            insert into warmhandoff.alert (at, kind, subject, partner, code, due_at)
            values (:now, :kind, :subject, :partner, :code, :now)
            """;

    private static final String DUE =
            """
            select id, at, kind, subject, partner, code from warmhandoff.alert
             where due_at <= :now order by id limit :limit
            """;

    private static final String PUT_OFF =
            """
            update warmhandoff.alert set attempts = attempts + 1, due_at = :due where id = any (:ids)
            """;

    private static final String ATTEMPTS =
            "select coalesce(max(attempts), 0) from warmhandoff.alert where id = any (:ids)";

    private final JdbcClient jdbc;

    AlertRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the caller's transaction. Ids and codes only. */
    public void raise(Instant now, String kind, String subject, String partner, String code) {
        jdbc.sql(RAISE)
                .param("now", utc(now))
                .param("kind", kind)
                .param("subject", subject)
                .param("partner", partner)
                .param("code", code)
                .update();
    }

    List<Alert> due(Instant now, int limit) {
        return jdbc.sql(DUE)
                .param("now", utc(now))
                .param("limit", limit)
                .query((row, n) -> Alert.of(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("kind"),
                        row.getString("subject"),
                        row.getString("partner"),
                        row.getString("code")))
                .list();
    }

    int waiting() {
        return jdbc.sql("select count(*) from warmhandoff.alert")
                .query(Integer.class)
                .single();
    }

    void delete(List<Alert> alerts) {
        jdbc.sql("delete from warmhandoff.alert where id = any (:ids)")
                .param("ids", ids(alerts))
                .update();
    }

    /** How often the most tried of them was tried. */
    int attempts(List<Alert> alerts) {
        return jdbc.sql(ATTEMPTS).param("ids", ids(alerts)).query(Integer.class).single();
    }

    void putOff(List<Alert> alerts, Instant due) {
        jdbc.sql(PUT_OFF).param("ids", ids(alerts)).param("due", utc(due)).update();
    }

    /** Drops those that are too old; how many. */
    int expire(Instant before) {
        return jdbc.sql("delete from warmhandoff.alert where at < :before")
                .param("before", utc(before))
                .update();
    }

    private static Long[] ids(List<Alert> alerts) {
        return alerts.stream().map(Alert::id).toArray(Long[]::new);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
