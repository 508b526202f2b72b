package org.warmhandoff.server.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Consent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.part2.PatientConsent;
import org.warmhandoff.server.storage.ResourceStore;

/**
 * The consents, denials and restrictions of a patient, as they are at this moment on any node. Those that are over are among
 * them: when they ended is for the rules to say.
 */
@Component
public class PatientConsents {

    private static final String VERSIONS =
            """
            select distinct c.fhir_id, c.res_ver
              from hfj_resource p
              join hfj_res_link l on l.target_resource_id = p.res_id and l.src_path = 'Consent.patient'
              join hfj_resource c on c.res_id = l.src_resource_id
             where p.res_type = 'Patient' and p.fhir_id = ?
               and c.res_type = 'Consent' and c.res_deleted_at is null
             order by 1""";

    private final JdbcTemplate jdbc;
    private final ResourceStore store;
    private final ParsedConsents parsed = new ParsedConsents();

    PatientConsents(JdbcTemplate jdbc, ResourceStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    private record Version(String id, long number) {}

    /** @param patientId without the type */
    public List<PatientConsent> of(String patientId) {
        List<PatientConsent> consents = new ArrayList<>();
        jdbc.query(VERSIONS, (row, n) -> new Version(row.getString(1), row.getLong(2)), patientId)
                .forEach(version -> read(version).ifPresent(consents::add));
        return consents;
    }

    private Optional<PatientConsent> read(Version version) {
        Optional<PatientConsent> known = parsed.find(version.id(), version.number());
        return known.isPresent()
                ? known
                : store.read(Consent.class, version.id()).map(this::remember);
    }

    private PatientConsent remember(Consent consent) {
        PatientConsent read = ConsentReader.read(consent);
        parsed.keep(read, consent.getMeta().getVersionId());
        return read;
    }

    /** Reads one that is at hand. Pure. */
    public static PatientConsent read(Consent consent) {
        return ConsentReader.read(consent);
    }
}
