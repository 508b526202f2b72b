package org.warmhandoff.server.vault;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which keys the database needs. A node that lacks one must not start: it would take for damaged what it cannot read,
 * and a second node would begin a key of its own.
 */
public final class KeyRegister {

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('message-keys', 0))";

    private static final String IN_USE =
            "select key_id from warmhandoff.message_key_use where retired_at is null order by first_used_at";

    private static final String USE =
            """
            insert into warmhandoff.message_key_use (key_id, first_used_at) values (:key, :now)
            on conflict (key_id) do update set retired_at = null
            """;

    private static final String RETIRE =
            """
            update warmhandoff.message_key_use k set retired_at = :now
             where key_id <> :key and retired_at is null
               and not exists (select 1 from warmhandoff.inbox i where i.key_id = k.key_id)
               and not exists (select 1 from warmhandoff.protected_note n where n.key_id = k.key_id)
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public KeyRegister(DataSource dataSource, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * The ring of the keys at hand, once it is known that none is missing.
     *
     * @param first makes the first key of a database that has none
     * @throws UnusableKey when a key that is in use is not at hand
     */
    KeyRing ring(List<MessageKey> atHand, Supplier<MessageKey> first, String where) {
        return Objects.requireNonNull(transaction.execute(status -> {
            jdbc.sql(LOCK).query((row, n) -> 1).list();
            List<String> used = jdbc.sql(IN_USE).query(String.class).list();
            boolean fresh = atHand.isEmpty() && used.isEmpty();
            List<MessageKey> keys = fresh ? List.of(first.get()) : atHand;
            TreeSet<String> missing = new TreeSet<>(used);
            keys.forEach(key -> missing.remove(key.id()));
            if (!missing.isEmpty()) {
                throw lost(missing, where);
            }
            KeyRing ring = new KeyRing(keys);
            jdbc.sql(USE)
                    .param("key", ring.newest().id())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            return ring;
        }));
    }

    /** Marks keys that nothing is sealed with any more, so that their files may go. */
    public int retire(String newest) {
        Instant now = clock.instant();
        return Objects.requireNonNull(transaction.execute(status -> {
            jdbc.sql(LOCK).query((row, n) -> 1).list();
            return jdbc.sql(RETIRE)
                    .param("key", newest)
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
        }));
    }

    private static UnusableKey lost(TreeSet<String> missing, String where) {
        return new UnusableKey(
                "Messages in this database are encrypted with " + (missing.size() == 1 ? "key " : "keys ")
                        + String.join(", ", missing) + ", not found in " + where,
                "Put back the key file from a backup, or copy it from the node that made it; several keys may be given."
                        + " If it is lost for good, see docs/operations.md, \"Message keys\".");
    }
}
