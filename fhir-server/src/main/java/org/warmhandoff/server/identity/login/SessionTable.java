package org.warmhandoff.server.identity.login;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.identity.Role;
import org.warmhandoff.server.identity.user.LoginProperties;
import org.warmhandoff.server.identity.user.StaffUser;
import org.warmhandoff.server.timers.RecurringWork;

/** The table of sessions, the same for all nodes. */
@Component
@DependsOn("databaseSchemas")
class SessionTable implements RecurringWork {

    /** Not for somebody whose password was changed, or who was shut out, since it was looked at. */
    private static final String OPEN =
            """
            insert into warmhandoff.staff_session (digest, user_name, generation, started_at, seen_at)
            select :digest, name, generation, :now, :now
              from warmhandoff.staff_user where name = :user and generation = :generation and not disabled
            """;

    private static final String FIND =
            """
            select s.digest, s.user_name, s.started_at, s.seen_at, s.patient, s.patient_for, u.roles, u.practitioner,
                   u.must_change
              from warmhandoff.staff_session s
              join warmhandoff.staff_user u on u.name = s.user_name and u.generation = s.generation and not u.disabled
             where s.digest = :digest and s.seen_at > :idleSince and s.started_at > :startedSince
            """;

    private static final String SEEN =
            "update warmhandoff.staff_session set seen_at = :now where digest = :digest and seen_at < :now";
    private static final String CHOOSE =
            "update warmhandoff.staff_session set patient = :patient, patient_for = :request where digest = :digest";
    private static final String END = "delete from warmhandoff.staff_session where digest = :digest";

    private static final String FORGET =
            """
            delete from warmhandoff.staff_session s
             where seen_at <= :idleSince or started_at <= :startedSince
                or not exists (select 1 from warmhandoff.staff_user u
                                where u.name = s.user_name and u.generation = s.generation and not u.disabled)
            """;

    private final JdbcClient jdbc;
    private final LoginProperties properties;
    private final Clock clock;

    SessionTable(DataSource dataSource, LoginProperties properties, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.properties = properties;
        this.clock = clock;
    }

    boolean open(byte[] digest, StaffUser user) {
        return jdbc.sql(OPEN)
                        .param("digest", digest)
                        .param("user", user.name())
                        .param("generation", user.generation())
                        .param("now", now())
                        .update()
                == 1;
    }

    Optional<StaffSession> find(byte[] digest) {
        return jdbc.sql(FIND)
                .param("digest", digest)
                .param("idleSince", now().minus(properties.idleTimeout()))
                .param("startedSince", now().minus(properties.longestSession()))
                .query((row, number) -> row(row))
                .optional();
    }

    void seen(byte[] digest) {
        jdbc.sql(SEEN).param("digest", digest).param("now", now()).update();
    }

    void choose(byte[] digest, String patient, byte[] request) {
        jdbc.sql(CHOOSE)
                .param("digest", digest)
                .param("patient", patient)
                .param("request", request)
                .update();
    }

    void end(byte[] digest) {
        jdbc.sql(END).param("digest", digest).update();
    }

    private static StaffSession row(ResultSet row) throws SQLException {
        return new StaffSession(
                row.getBytes("digest"),
                row.getString("user_name"),
                Arrays.stream((String[]) row.getArray("roles").getArray())
                        .map(Role::of)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()),
                row.getString("practitioner"),
                row.getBoolean("must_change"),
                instant(row, "started_at"),
                instant(row, "seen_at"),
                row.getString("patient"),
                row.getBytes("patient_for"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    @Override
    public String name() {
        return "forget-staff-sessions";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        jdbc.sql(FORGET)
                .param("idleSince", now().minus(properties.idleTimeout()))
                .param("startedSince", now().minus(properties.longestSession()))
                .update();
    }
}
