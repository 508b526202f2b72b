package org.warmhandoff.server.disclosure;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What partners wrote themselves. A referral may come in single writes, its Task last; until then nothing ties its sender to
 * the patient. So a partner may refer to what it wrote, and see it for as long as nobody else has changed it.
 */
@Component
public class AuthoredRecords implements RecordOwners {

    private static final String CREATED =
            """
            insert into warmhandoff.authored_record (resource_type, resource_id, partner, version, written_at)
            values (:type, :id, :partner, :version, :now)
            on conflict do nothing""";

    /** Only who wrote all of it so far goes on being its author: a patch would make somebody else's words its own. */
    private static final String UPDATED =
            """
            update warmhandoff.authored_record set version = :version
             where resource_type = :type and resource_id = :id and partner = :partner and version = :before""";

    private static final String OWNER =
            """
            select partner from warmhandoff.authored_record
             where resource_type = :type and resource_id = :id and version = :version""";

    private static final String AUTHOR =
            "select count(*) from warmhandoff.authored_record where resource_type = :type and resource_id = :id and partner = :partner";

    private final JdbcClient jdbc;
    private final Clock clock;

    AuthoredRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Joins the transaction of the write. */
    public void created(String partner, IdType id) {
        about(CREATED, id)
                .param("partner", partner)
                .param("version", id.getVersionIdPart())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Joins the transaction of the write. */
    public void updated(String partner, IdType before, IdType after) {
        about(UPDATED, after)
                .param("partner", partner)
                .param("before", before.getVersionIdPart())
                .param("version", after.getVersionIdPart())
                .update();
    }

    /** Whether that partner created it, whoever has changed it since. */
    public boolean isAuthor(String partner, IdType id) {
        return about(AUTHOR, id).param("partner", partner).query(Integer.class).single() > 0;
    }

    @Override
    public Optional<String> owner(Resource record) {
        IdType id = new IdType(record.fhirType(), record.getIdElement().getIdPart());
        return record.getIdElement().hasVersionIdPart()
                ? about(OWNER, id)
                        .param("version", record.getIdElement().getVersionIdPart())
                        .query(String.class)
                        .optional()
                : Optional.empty();
    }

    private JdbcClient.StatementSpec about(String sql, IdType id) {
        return jdbc.sql(sql).param("type", id.getResourceType()).param("id", id.getIdPart());
    }
}
