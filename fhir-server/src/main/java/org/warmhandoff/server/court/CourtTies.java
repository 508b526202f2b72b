package org.warmhandoff.server.court;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.disclosure.Tie;
import org.warmhandoff.server.disclosure.TieSource;

/** Whom a court supervises. */
@Component
class CourtTies implements TieSource {

    private static final String SUPERVISES =
            """
            select exists (
              select 1 from warmhandoff.court_case c join warmhandoff.referral r using (task_id)
               where c.court = :court and r.patient_id = :patient)""";

    private final JdbcClient jdbc;

    CourtTies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Tie> ties(String partner, String patient) {
        boolean supervises = jdbc.sql(SUPERVISES)
                .param("court", partner)
                .param("patient", patient)
                .query(Boolean.class)
                .single();
        return supervises ? List.of(new Tie(Tie.Kind.COURT, Set.of())) : List.of();
    }
}
