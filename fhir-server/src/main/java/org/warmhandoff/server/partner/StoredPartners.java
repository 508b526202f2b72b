package org.warmhandoff.server.partner;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables of partners that were added or paused while the server runs. Every change grows the revision. */
@Component
@DependsOn("databaseSchemas")
class StoredPartners {

    private static final String PUT =
            """
            insert into warmhandoff.partner (id, entry, updated_by, updated_at)
            values (:id, cast(:entry as jsonb), :by, :now)
            on conflict (id) do update
               set entry = excluded.entry, updated_by = excluded.updated_by, updated_at = excluded.updated_at
            """;

    private static final String PAUSE =
            """
            insert into warmhandoff.partner_pause (partner_id, paused_by, paused_at) values (:id, :by, :now)
            on conflict (partner_id) do nothing
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StoredPartners(DataSource dataSource, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What is stored, as of one revision. */
    record Snapshot(long revision, Map<String, PartnerProperties.Entry> entries, Set<String> paused) {}

    /** The revision is read first: what changes meanwhile is read once more. */
    Snapshot read() {
        return inTransaction(() -> {
            long revision = revision();
            Map<String, PartnerProperties.Entry> entries = new LinkedHashMap<>();
            jdbc.sql("select id, entry from warmhandoff.partner order by id").query(row -> {
                entries.put(row.getString("id"), PartnerReader.stored(row.getString("entry")));
            });
            Set<String> paused = Set.copyOf(jdbc.sql("select partner_id from warmhandoff.partner_pause")
                    .query(String.class)
                    .set());
            return new Snapshot(revision, entries, paused);
        });
    }

    long revision() {
        return inTransaction(() -> jdbc.sql("select revision from warmhandoff.partner_revision")
                .query(Long.class)
                .single());
    }

    void put(PartnerProperties.Entry entry, String by) {
        change(() -> jdbc.sql(PUT)
                .param("id", entry.id())
                .param("entry", PartnerReader.json(entry))
                .param("by", by)
                .param("now", now())
                .update());
    }

    /** False when there was none. */
    boolean remove(String id) {
        return change(() -> {
                    unpause(id);
                    jdbc.sql("delete from warmhandoff.partner_credential where partner_id = :id")
                            .param("id", id)
                            .update();
                    return jdbc.sql("delete from warmhandoff.partner where id = :id")
                            .param("id", id)
                            .update();
                })
                == 1;
    }

    void pause(String id, String by) {
        change(() -> jdbc.sql(PAUSE)
                .param("id", id)
                .param("by", by)
                .param("now", now())
                .update());
    }

    void resume(String id) {
        change(() -> unpause(id));
    }

    private int unpause(String id) {
        return jdbc.sql("delete from warmhandoff.partner_pause where partner_id = :id")
                .param("id", id)
                .update();
    }

    private int change(Supplier<Integer> change) {
        return inTransaction(() -> {
            jdbc.sql("update warmhandoff.partner_revision set revision = revision + 1")
                    .update();
            return change.get();
        });
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
