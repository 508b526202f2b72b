package org.warmhandoff.server.export;

import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.disclosure.CoverageSource;

/** What the register of Coverages says to the gate: whom a payer covers, and when. */
@Component
class PayersSpans implements CoverageSource {

    private static final String OF_PATIENT =
            """
            select coverage_id, active, covered_from, covered_until from warmhandoff.payer_coverage
             where payer = :payer and patient_id = :patient""";

    private final JdbcClient jdbc;

    PayersSpans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Span> of(String payer, String patient) {
        return jdbc.sql(OF_PATIENT)
                .param("payer", payer)
                .param("patient", patient)
                .query((row, n) -> {
                    Timestamp from = row.getTimestamp(3);
                    Timestamp until = row.getTimestamp(4);
                    return new Span(
                            row.getString(1),
                            row.getBoolean(2),
                            from == null ? null : from.toInstant(),
                            until == null ? null : until.toInstant());
                })
                .list();
    }
}
