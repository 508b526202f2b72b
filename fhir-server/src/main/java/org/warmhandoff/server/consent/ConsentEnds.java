package org.warmhandoff.server.consent;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.part2.PatientConsent.Term;

/** When active consents end by themselves, and so have to be looked at; a row each. */
@Component
class ConsentEnds {

    private static final String PUT =
            """
            insert into warmhandoff.consent_end (consent_id, ends_at) values (:id, :end)
            on conflict (consent_id) do update set ends_at = excluded.ends_at""";

    private static final String DUE =
            "select consent_id from warmhandoff.consent_end where ends_at <= :now order by ends_at limit :limit";

    private final JdbcClient jdbc;

    ConsentEnds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When an active Consent is over by what it says now; null when it does not say. */
    static @Nullable Instant of(Consent consent) {
        Term term = ConsentReader.read(consent).term();
        return Stream.of(term.until(), term.revokedAt())
                .filter(end -> end != null)
                .min(Instant::compareTo)
                .orElse(null);
    }

    void note(String id, @Nullable Consent consent) {
        Instant end = consent == null || consent.getStatus() != ConsentState.ACTIVE ? null : of(consent);
        if (end == null) {
            jdbc.sql("delete from warmhandoff.consent_end where consent_id = :id")
                    .param("id", id)
                    .update();
        } else {
            jdbc.sql(PUT).param("id", id).param("end", utc(end)).update();
        }
    }

    List<String> due(Instant now, int limit) {
        return jdbc.sql(DUE)
                .param("now", utc(now))
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    /** So that one that cannot be ended keeps no others waiting. */
    void putOff(String id, Instant until) {
        jdbc.sql("update warmhandoff.consent_end set ends_at = :until where consent_id = :id")
                .param("id", id)
                .param("until", utc(until))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
