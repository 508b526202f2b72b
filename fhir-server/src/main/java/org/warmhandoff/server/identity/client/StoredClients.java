package org.warmhandoff.server.identity.client;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.identity.Role;
import org.warmhandoff.server.identity.SmartScope;

/** The table of clients. */
@Component
@DependsOn("databaseSchemas")
class StoredClients {

    private static final String ALL =
            """
            select id, partner_id, key_set::text as key_set, key_address, scopes, roles, redirect_uris, created_at,
                   created_by, revoked_at
              from warmhandoff.client order by id
            """;

    private static final String ADD =
            """
            insert into warmhandoff.client
              (id, partner_id, key_set, key_address, scopes, roles, redirect_uris, created_at, created_by)
            values (:id, :partner, :keySet::jsonb, :keyAddress, :scopes, :roles, :redirectUris, :at, :by)
            on conflict (id) do nothing
            """;

    private static final String REVOKE =
            "update warmhandoff.client set revoked_at = :at where id = :id and revoked_at is null";

    /** The last of them: a node that lost its data directory shall not leave keys behind for ever. */
    private static final String ADD_KEY =
            """
            update warmhandoff.client c
               set key_set = jsonb_build_object('keys', (
                     select jsonb_agg(k.key order by k.n)
                       from (select key, n from jsonb_array_elements(c.key_set -> 'keys' || (:key)::jsonb)
                             with ordinality as e (key, n) order by n desc limit 16) k))
             where id = :id and not (c.key_set -> 'keys') @> jsonb_build_array((:key)::jsonb)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    StoredClients(DataSource dataSource, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
    }

    /** @param keySet a JSON Web Key Set, or null when its address is known, or there is none */
    record Row(
            String id,
            @Nullable String partner,
            @Nullable String keySet,
            @Nullable String keyAddress,
            Set<String> scopes,
            Set<Role> roles,
            List<String> redirectUris,
            @Nullable Instant createdAt,
            String createdBy,
            @Nullable Instant revokedAt) {}

    List<Row> all() {
        return jdbc.sql(ALL).query((row, number) -> row(row)).list();
    }

    /** False when there is one of that id, revoked or not: an id is never another's later. */
    boolean add(Row row) {
        return jdbc.sql(ADD)
                        .param("id", row.id())
                        .param("partner", row.partner())
                        .param("keySet", row.keySet())
                        .param("keyAddress", row.keyAddress())
                        .param("scopes", String.join(" ", row.scopes()))
                        .param("roles", row.roles().stream().map(Role::code).toArray(String[]::new))
                        .param("redirectUris", row.redirectUris().toArray(String[]::new))
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("by", row.createdBy())
                        .update()
                == 1;
    }

    void addKey(String id, String publicKey) {
        jdbc.sql(ADD_KEY).param("id", id).param("key", publicKey).update();
    }

    boolean revoke(String id) {
        return jdbc.sql(REVOKE)
                        .param("id", id)
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("id"),
                row.getString("partner_id"),
                row.getString("key_set"),
                row.getString("key_address"),
                SmartScope.split(row.getString("scopes")),
                texts(row.getArray("roles")).stream()
                        .map(Role::of)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()),
                texts(row.getArray("redirect_uris")),
                instant(row, "created_at"),
                row.getString("created_by"),
                instant(row, "revoked_at"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        java.sql.Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
