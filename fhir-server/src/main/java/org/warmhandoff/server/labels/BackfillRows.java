package org.warmhandoff.server.labels;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.IdType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How far the labelling of what was stored before has come, and what comes next. */
@Component
class BackfillRows {

    private static final String BEGIN =
            """
            insert into warmhandoff.label_progress (name, pass, reached, last, raised)
            select 'backfill', 1, 0, coalesce(max(res_id), 0), 0 from hfj_resource on conflict do nothing""";

    private static final String OPEN =
            """
            select pass, reached, last, raised from warmhandoff.label_progress
             where name = 'backfill' and done_at is null""";

    private static final String NEXT =
            """
            select res_id, res_type, fhir_id from hfj_resource
             where res_id > ? and res_id <= ? and res_deleted_at is null order by res_id limit ?""";

    private static final String SENDERS =
            "select resource, min(sender) from warmhandoff.source_resource where resource = any(?) group by 1";

    private static final String SAVE =
            """
            update warmhandoff.label_progress set pass = ?, reached = ?, raised = ?, done_at = ?
             where name = 'backfill'""";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    BackfillRows(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param last number of the last record that was there when it began */
    record Progress(int pass, long reached, long last, long raised) {}

    record Record(long number, IdType id) {}

    /** Empty when all is done. */
    Optional<Progress> open() {
        jdbc.update(BEGIN);
        return jdbc
                .query(OPEN, (row, n) -> new Progress(row.getInt(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .stream()
                .findFirst();
    }

    List<Record> next(Progress at, int limit) {
        return jdbc.query(
                NEXT,
                (row, n) -> new Record(row.getLong(1), new IdType(row.getString(2), row.getString(3))),
                at.reached(),
                at.last(),
                limit);
    }

    /** The partners whose messages brought records, as far as that is known. */
    Map<String, String> senders(List<Record> records) {
        String[] ids = records.stream().map(record -> record.id().getValue()).toArray(String[]::new);
        Map<String, String> senders = new HashMap<>();
        jdbc.query(
                SENDERS,
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", ids)),
                row -> {
                    senders.put(row.getString(1), row.getString(2));
                });
        return senders;
    }

    Progress reached(Progress at, long number, long raised) {
        Progress now = new Progress(at.pass(), number, at.last(), at.raised() + raised);
        jdbc.update(SAVE, now.pass(), now.reached(), now.raised(), null);
        return now;
    }

    /** The next pass, or nothing when this one found all as it should be. */
    Optional<Progress> endPass(Progress at) {
        boolean done = at.raised() == 0;
        jdbc.update(SAVE, at.pass() + 1, done ? at.reached() : 0, 0, done ? Timestamp.from(clock.instant()) : null);
        return done ? Optional.empty() : open();
    }
}
