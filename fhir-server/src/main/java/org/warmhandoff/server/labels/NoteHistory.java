package org.warmhandoff.server.labels;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Versions of a record from before it was known to be a protected note; joins the caller's transaction. */
@Component
class NoteHistory {

    private static final String TEXTS =
            """
            select v.res_text_vc from hfj_res_ver v join hfj_resource r on r.res_id = v.res_id
             where r.res_type = ? and r.fhir_id = ? and v.res_text_vc is not null order by v.res_ver""";

    private static final List<String> DELETE = List.of(
            """
            delete from hfj_history_tag t using hfj_res_ver v, hfj_resource r
             where v.pid = t.res_ver_pid and r.res_id = v.res_id and r.res_type = ? and r.fhir_id = ?""",
            """
            delete from hfj_res_ver_prov p using hfj_res_ver v, hfj_resource r
             where v.pid = p.res_ver_pid and r.res_id = v.res_id and r.res_type = ? and r.fhir_id = ?""",
            """
            delete from hfj_res_ver v using hfj_resource r
             where r.res_id = v.res_id and r.res_type = ? and r.fhir_id = ?""");

    private final JdbcTemplate jdbc;
    private final NoteRows rows;

    NoteHistory(JdbcTemplate jdbc, NoteRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Seals every version that is stored in the open and deletes it: no read of an old version may show the note. */
    void setApart(String type, String id) {
        jdbc.queryForList(TEXTS, String.class, type, id).forEach(text -> rows.add(type, id, text, null));
        DELETE.forEach(sql -> jdbc.update(sql, type, id));
    }
}
