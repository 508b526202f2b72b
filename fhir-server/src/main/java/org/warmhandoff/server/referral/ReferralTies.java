package org.warmhandoff.server.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.disclosure.Tie;
import org.warmhandoff.server.disclosure.TieSource;

/** Who sent a patient, and who was sent one. */
@Component
class ReferralTies implements TieSource {

    private static final String OF_PATIENT =
            """
            select task_id, request_id, requester, owner from warmhandoff.referral
             where patient_id = :patient and (requester = :partner or owner = :partner)""";

    private final JdbcClient jdbc;

    ReferralTies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Tie> ties(String partner, String patient) {
        List<Tie> ties = new ArrayList<>();
        jdbc.sql(OF_PATIENT).param("patient", patient).param("partner", partner).query(row -> {
            Set<String> records = Set.of("Task/" + row.getString(1), "ServiceRequest/" + row.getString(2));
            if (partner.equals(row.getString(3))) {
                ties.add(new Tie(Tie.Kind.REQUESTER, records));
            }
            if (partner.equals(row.getString(4))) {
                ties.add(new Tie(Tie.Kind.OWNER, records));
            }
        });
        return ties;
    }
}
