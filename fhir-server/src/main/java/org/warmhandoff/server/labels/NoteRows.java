package org.warmhandoff.server.labels;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.vault.Vault;

/** The sealed text of protected notes; joins the caller's transaction. */
@Component
class NoteRows {

    private static final String LATEST =
            """
            select revision, author, key_id, digest, sealed from warmhandoff.protected_note
             where resource_type = ? and resource_id = ? order by revision desc limit 1""";

    private static final String FIRST_AUTHOR =
            """
            select author from warmhandoff.protected_note
             where resource_type = ? and resource_id = ? and author is not null order by revision limit 1""";

    private static final String ADD =
            """
            insert into warmhandoff.protected_note
                   (resource_type, resource_id, revision, author, written_at, key_id, digest, sealed)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String OLD =
            """
            select resource_type, resource_id, revision, sealed from warmhandoff.protected_note
             where key_id <> ? order by resource_type, resource_id, revision limit ? for update skip locked""";

    private static final String RESEAL =
            """
            update warmhandoff.protected_note set key_id = ?, digest = ?, sealed = ?
             where resource_type = ? and resource_id = ? and revision = ?""";

    private final JdbcTemplate jdbc;
    private final Vault vault;
    private final Clock clock;

    NoteRows(JdbcTemplate jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    private record Row(int revision, @Nullable String author, String keyId, byte[] digest, byte[] sealed) {}

    /** Adds a revision unless the last one says the same. */
    void add(String type, String id, String text, @Nullable String author) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        Row last = last(type, id);
        if (last != null && vault.digestOf(plain, last.digest(), last.keyId())) {
            return;
        }
        int revision = last == null ? 1 : last.revision() + 1;
        jdbc.update(
                ADD,
                type,
                id,
                revision,
                author,
                Timestamp.from(clock.instant()),
                vault.keyId(),
                vault.digest(plain),
                vault.seal(plain, place(type, id, revision)));
    }

    /** The last revision. */
    Optional<String> text(String type, String id) {
        return Optional.ofNullable(last(type, id))
                .map(row -> vault.open(row.sealed(), place(type, id, row.revision())))
                .map(plain -> new String(plain, StandardCharsets.UTF_8));
    }

    /** Login name of who wrote it first. */
    Optional<String> author(String type, String id) {
        return jdbc.queryForList(FIRST_AUTHOR, String.class, type, id).stream().findFirst();
    }

    /** Seals some rows that an older key sealed with the newest; how many there were. */
    int reseal(int limit) {
        List<Integer> done = jdbc.query(
                OLD,
                (row, n) -> {
                    String type = row.getString(1);
                    String id = row.getString(2);
                    int revision = row.getInt(3);
                    byte[] plain = vault.open(row.getBytes(4), place(type, id, revision));
                    return jdbc.update(
                            RESEAL,
                            vault.keyId(),
                            vault.digest(plain),
                            vault.seal(plain, place(type, id, revision)),
                            type,
                            id,
                            revision);
                },
                vault.keyId(),
                limit);
        return done.size();
    }

    private @Nullable Row last(String type, String id) {
        return DataAccessUtils.singleResult(jdbc.query(
                LATEST,
                (row, n) ->
                        new Row(row.getInt(1), row.getString(2), row.getString(3), row.getBytes(4), row.getBytes(5)),
                type,
                id));
    }

    private static String place(String type, String id, int revision) {
        return "note/" + type + "/" + id + "/" + revision;
    }
}
