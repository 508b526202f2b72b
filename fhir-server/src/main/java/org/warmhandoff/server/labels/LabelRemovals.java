package org.warmhandoff.server.labels;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which labels a privacy officer took from a record; joins the caller's transaction. */
@Component
class LabelRemovals {

    private static final String FIND =
            "select system, code from warmhandoff.label_removal where resource_type = ? and resource_id = ?";

    private static final String NOTE =
            """
            insert into warmhandoff.label_removal (resource_type, resource_id, system, code, removed_by, removed_at)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing""";

    private static final String FORGET =
            """
            delete from warmhandoff.label_removal
             where resource_type = ? and resource_id = ? and system = ? and code = ?""";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    LabelRemovals(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Set<SecurityLabel> of(String type, String id) {
        return new HashSet<>(
                jdbc.query(FIND, (row, n) -> new SecurityLabel(row.getString(1), row.getString(2)), type, id));
    }

    void note(String type, String id, Collection<SecurityLabel> labels, String by) {
        Timestamp now = Timestamp.from(clock.instant());
        labels.forEach(label -> jdbc.update(NOTE, type, id, label.system(), label.code(), by, now));
    }

    void forget(String type, String id, Collection<SecurityLabel> labels) {
        labels.forEach(label -> jdbc.update(FORGET, type, id, label.system(), label.code()));
    }
}
