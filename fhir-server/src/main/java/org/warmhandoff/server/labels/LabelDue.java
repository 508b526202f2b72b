package org.warmhandoff.server.labels;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Records of which others may have to be looked at again; joins the caller's transaction. */
@Component
class LabelDue {

    private static final String ADD =
            "insert into warmhandoff.label_due (resource_type, resource_id, due_at) values (?, ?, ?)";

    private static final String DUE =
            """
            select id, resource_type, resource_id from warmhandoff.label_due
             where due_at <= ? order by id limit 50""";

    private static final String DONE = "delete from warmhandoff.label_due where id = ?";

    private static final String PUT_OFF =
            """
            update warmhandoff.label_due set attempts = attempts + 1,
                   due_at = cast(? as timestamptz) + least(attempts + 1, 60) * interval '10 seconds'
             where id = ?""";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    LabelDue(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Row(long id, String type, String resourceId) {

        String reference() {
            return type + "/" + resourceId;
        }
    }

    void add(String type, String id) {
        jdbc.update(ADD, type, id, now());
    }

    List<Row> due() {
        return jdbc.query(DUE, (row, n) -> new Row(row.getLong(1), row.getString(2), row.getString(3)), now());
    }

    void done(Row row) {
        jdbc.update(DONE, row.id());
    }

    void putOff(Row row) {
        jdbc.update(PUT_OFF, now(), row.id());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
