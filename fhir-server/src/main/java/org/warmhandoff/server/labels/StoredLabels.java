package org.warmhandoff.server.labels;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The labels of stored records, read and changed in HAPI's tables: one statement for any number, and no new versions. */
@Component
class StoredLabels {

    private static final String FIND =
            """
            select r.res_type || '/' || r.fhir_id, d.tag_system, d.tag_code
              from unnest(?::text[], ?::text[]) as w(type, id)
              join hfj_resource r on r.res_type = w.type and r.fhir_id = w.id
              join hfj_res_tag t on t.res_id = r.res_id
              join hfj_tag_def d on d.tag_id = t.tag_id
             where d.tag_type = 2 and d.tag_system is not null""";

    private static final String DEFINE =
            """
            insert into hfj_tag_def (tag_id, tag_type, tag_system, tag_code)
            select nextval('seq_tagdef_id'), 2, ?, ?
             where not exists (select 1 from hfj_tag_def where tag_type = 2 and tag_system = ? and tag_code = ?)""";

    private static final String ADD =
            """
            insert into hfj_res_tag (pid, res_id, res_type, tag_id)
            select nextval('seq_restag_id'), r.res_id, r.res_type,
                   (select min(tag_id) from hfj_tag_def where tag_type = 2 and tag_system = ? and tag_code = ?)
              from hfj_resource r
             where r.res_type = ? and r.fhir_id = ?
               and not exists (select 1 from hfj_res_tag t join hfj_tag_def d on d.tag_id = t.tag_id
                                where t.res_id = r.res_id and d.tag_type = 2
                                  and d.tag_system = ? and d.tag_code = ?)""";

    private static final String TAGGED =
            "update hfj_resource set has_tags = true where res_type = ? and fhir_id = ? and not has_tags";

    /** A write that was under way may say again that there are none; it ends within this time. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(1);

    private static final String TAKE =
            """
            delete from hfj_res_tag t using hfj_tag_def d, hfj_resource r
             where d.tag_id = t.tag_id and r.res_id = t.res_id and r.res_type = ? and r.fhir_id = ?
               and d.tag_type = 2 and d.tag_system = ? and d.tag_code = ?""";

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Queue<Tagged> tagged = new ConcurrentLinkedQueue<>();

    StoredLabels(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Tagged(String type, String id, Instant at) {}

    /** By {@code Type/id}, of those that are stored; what has no labels is not among them. */
    Map<String, Set<SecurityLabel>> find(Collection<String> references) {
        List<String[]> wanted = references.stream()
                .filter(reference -> reference.matches("[A-Z][A-Za-z]+/[A-Za-z0-9.-]{1,64}"))
                .map(reference -> reference.split("/"))
                .toList();
        Map<String, Set<SecurityLabel>> found = new HashMap<>();
        if (!wanted.isEmpty()) {
            jdbc.query(FIND, statement -> arrays(statement, wanted), row -> {
                found.computeIfAbsent(row.getString(1), any -> new LinkedHashSet<>())
                        .add(new SecurityLabel(row.getString(2), row.getString(3)));
            });
        }
        return found;
    }

    private static void arrays(PreparedStatement statement, List<String[]> wanted) throws SQLException {
        for (int i = 0; i < 2; i++) {
            int part = i;
            String[] values = wanted.stream().map(one -> one[part]).toArray(String[]::new);
            statement.setArray(i + 1, statement.getConnection().createArrayOf("text", values));
        }
    }

    /** Adds labels to a stored record and all its versions. A lower confidentiality beside a higher one counts for nothing. */
    void add(String type, String id, Collection<SecurityLabel> labels) {
        for (SecurityLabel label : labels) {
            String system = label.system();
            String code = label.code();
            jdbc.update(DEFINE, system, code, system, code);
            jdbc.update(ADD, system, code, type, id, system, code);
        }
        if (!labels.isEmpty() && jdbc.update(TAGGED, type, id) > 0) {
            tagged.add(new Tagged(type, id, clock.instant()));
        }
    }

    /** Says once more of records that had no labels that they have some, in case a write of then has undone it. */
    void affirm() {
        Instant ended = clock.instant().minus(UNDER_WAY);
        tagged.forEach(one -> jdbc.update(TAGGED, one.type(), one.id()));
        tagged.removeIf(one -> one.at().isBefore(ended));
    }

    void remove(String type, String id, Collection<SecurityLabel> labels) {
        labels.forEach(label -> jdbc.update(TAKE, type, id, label.system(), label.code()));
    }
}
