package org.warmhandoff.server.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.server.part2.EmergencyAttestation;
import org.warmhandoff.server.part2.Policy;

/** Grants, shows and reviews access in emergencies (42 CFR 2.51). */
@Component
public class EmergencyAccesses {

    private static final String INSERT =
            """
            insert into warmhandoff.emergency_access
              (id, patient_id, organisation, name, affiliation, nature, asked_by, valid_from, valid_until)
            values (:id, :patient, :organisation, :name, :affiliation, :nature, :askedBy, :from, :until)""";

    private static final String LATEST =
            """
            select * from warmhandoff.emergency_access
             where patient_id = :patient and organisation = :organisation
             order by valid_until desc limit 1""";

    private static final String LIST =
            """
            select * from warmhandoff.emergency_access
             where not :open or reviewed_at is null
             order by valid_from desc limit 200""";

    private static final String REVIEW =
            """
            update warmhandoff.emergency_access set reviewed_at = :now, reviewed_by = :who
             where id = :id and reviewed_at is null
            returning *""";

    private final JdbcClient jdbc;
    private final ObjectProvider<EmergencyListener> listeners;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration window = Policy.load("policy-1").emergencyWindow();

    EmergencyAccesses(
            JdbcClient jdbc,
            ObjectProvider<EmergencyListener> listeners,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.listeners = listeners;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Opens a patient's record to an organisation from now on, for as long as the policy says. */
    EmergencyAccess grant(String patient, String organisation, EmergencyAccess.Attested attested, String askedBy) {
        Instant now = Instant.ofEpochMilli(clock.millis());
        EmergencyAccess access = new EmergencyAccess(
                UUID.randomUUID(), patient, organisation, attested, askedBy, now, now.plus(window), null, null);
        transaction.executeWithoutResult(status -> {
            insert(access);
            listeners.orderedStream().forEach(listener -> listener.granted(access));
        });
        return access;
    }

    /** What an organisation attested of a patient last, still in force or not. */
    public Optional<EmergencyAttestation> latest(String patient, String organisation) {
        return jdbc.sql(LATEST)
                .param("patient", patient)
                .param("organisation", organisation)
                .query(EmergencyAccesses::read)
                .optional()
                .map(EmergencyAccess::forRules);
    }

    /** Newest first. @param open whether only those that nobody has reviewed */
    List<EmergencyAccess> list(boolean open) {
        return jdbc.sql(LIST).param("open", open).query(EmergencyAccesses::read).list();
    }

    /** Empty when there is none of that id that waits for review. */
    Optional<EmergencyAccess> review(UUID id, String who) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Optional<EmergencyAccess> reviewed = jdbc.sql(REVIEW)
                    .param("id", id)
                    .param("now", utc(clock.instant()))
                    .param("who", who)
                    .query(EmergencyAccesses::read)
                    .optional();
            reviewed.ifPresent(access -> listeners.orderedStream().forEach(listener -> listener.reviewed(access)));
            return reviewed;
        }));
    }

    private void insert(EmergencyAccess access) {
        jdbc.sql(INSERT)
                .param("id", access.id())
                .param("patient", access.patient())
                .param("organisation", access.organisation())
                .param("name", access.attested().name())
                .param("affiliation", access.attested().affiliation())
                .param("nature", access.attested().nature())
                .param("askedBy", access.askedBy())
                .param("from", utc(access.from()))
                .param("until", utc(access.until()))
                .update();
    }

    private static EmergencyAccess read(ResultSet row, int n) throws SQLException {
        return new EmergencyAccess(
                row.getObject("id", UUID.class),
                row.getString("patient_id"),
                row.getString("organisation"),
                new EmergencyAccess.Attested(
                        row.getString("name"), row.getString("affiliation"), row.getString("nature")),
                row.getString("asked_by"),
                row.getTimestamp("valid_from").toInstant(),
                row.getTimestamp("valid_until").toInstant(),
                instant(row.getTimestamp("reviewed_at")),
                row.getString("reviewed_by"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
