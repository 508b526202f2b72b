package org.warmhandoff.server.identity.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.identity.AppGrants;
import org.warmhandoff.server.identity.Role;
import org.warmhandoff.server.timers.RecurringWork;

/** The table of what people granted to apps. */
@Component
@DependsOn("databaseSchemas")
class GrantTable implements RecurringWork, AppGrants {

    private static final String FIND =
            "select * from warmhandoff.app_grant where code_digest = :digest or refresh_digest = :digest";
    private static final String END_BY_OLD_COPY = "delete from warmhandoff.app_grant where refresh_previous = :digest";
    private static final String END = "delete from warmhandoff.app_grant where id = :id";
    private static final String END_OF_USER = "delete from warmhandoff.app_grant where user_name = :user";
    private static final String FORGET = "delete from warmhandoff.app_grant where expires_at < :now";

    private static final String ADD =
            """
            insert into warmhandoff.app_grant
              (id, version, client_id, user_name, roles, patient, scopes, redirect_uri, code_challenge, code_digest,
               code_expires_at, code_used, expires_at, nonce)
            values (:id, 1, :client, :user, :roles, :patient, :scopes, :redirectUri, :challenge, :code,
               :codeExpires, false, :expires, :nonce)
            """;

    private static final String USE =
            """
            update warmhandoff.app_grant
               set version = version + 1, code_used = true, refresh_previous = refresh_digest, refresh_digest = :refresh,
                   refresh_expires_at = :refreshExpires, expires_at = :expires
             where id = :id and version = :version
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    GrantTable(DataSource dataSource, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
    }

    /** By digest of a code or a refresh token. */
    Optional<GrantRow> find(byte[] digest) {
        return jdbc.sql(FIND)
                .param("digest", digest)
                .query((row, number) -> row(row))
                .optional();
    }

    /** Whoever shows a refresh token that was changed since has a copy: its grant ends, for the thief and the robbed. */
    void endByOldCopy(byte[] digest) {
        jdbc.sql(END_BY_OLD_COPY).param("digest", digest).update();
    }

    void end(String id) {
        jdbc.sql(END).param("id", id).update();
    }

    @Override
    public void endOf(String user) {
        jdbc.sql(END_OF_USER).param("user", user).update();
    }

    void add(GrantRow row) {
        jdbc.sql(ADD)
                .param("id", row.id())
                .param("client", row.client())
                .param("user", row.user())
                .param("roles", row.roles().stream().map(Role::code).toArray(String[]::new))
                .param("patient", row.patient())
                .param("scopes", row.scopes())
                .param("redirectUri", row.redirectUri())
                .param("challenge", row.codeChallenge())
                .param("code", row.codeDigest())
                .param("codeExpires", at(row.codeExpiresAt()))
                .param("expires", at(row.expiresAt()))
                .param("nonce", row.nonce())
                .update();
    }

    /** False when somebody else has used it since it was read. */
    boolean use(String id, int version, byte @Nullable [] refresh, @Nullable Instant refreshExpires, Instant expires) {
        return jdbc.sql(USE)
                        .param("id", id)
                        .param("version", version)
                        .param("refresh", refresh)
                        .param("refreshExpires", refreshExpires == null ? null : at(refreshExpires))
                        .param("expires", at(expires))
                        .update()
                == 1;
    }

    private static GrantRow row(ResultSet row) throws SQLException {
        Timestamp refreshExpires = row.getTimestamp("refresh_expires_at");
        return new GrantRow(
                row.getString("id"),
                row.getInt("version"),
                row.getString("client_id"),
                row.getString("user_name"),
                Arrays.stream((String[]) row.getArray("roles").getArray())
                        .map(Role::of)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()),
                row.getString("patient"),
                row.getString("scopes"),
                row.getString("redirect_uri"),
                row.getString("code_challenge"),
                row.getBytes("code_digest"),
                row.getTimestamp("code_expires_at").toInstant(),
                row.getBoolean("code_used"),
                row.getBytes("refresh_digest"),
                refreshExpires == null ? null : refreshExpires.toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                row.getString("nonce"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    @Override
    public String name() {
        return "forget-app-grants";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        jdbc.sql(FORGET).param("now", at(clock.instant())).update();
    }
}
