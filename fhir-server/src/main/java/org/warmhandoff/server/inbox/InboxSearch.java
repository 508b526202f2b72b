package org.warmhandoff.server.inbox;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.routes.intake.BusinessKey;

/** Finds messages that arrived by what people know of them. Shows ids and codes, never a body. */
public final class InboxSearch {

    /** Nobody waits longer for a list; a narrower question is quicker. */
    private static final int QUERY_SECONDS = 15;

    private static final int MOST_TASKS = 1_000;

    private static final String BY_KEY =
            """
             (i.id in (select k.inbox_id from warmhandoff.message_key k where k.kind = '%1$s' and k.value in (:%2$s))
              or (i.state = 'received' and i.%3$s in (:%2$s)))
            """;

    private static final String BY_BLINDED_KEY =
            """
             i.id in (select k.inbox_id from warmhandoff.message_key k where k.kind = '%1$s' and k.value in (:%2$s))
            """;

    private static final String BUCKETS =
            """
            select state, coalesce(reason, '') as reason, count(*) as messages, min(received_at) as oldest
              from warmhandoff.inbox
             where state in ('refused', 'failed') or (state = 'received' and attempts > 0)
             group by state, reason order by messages desc, reason limit 200
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final MessageIndex index;

    InboxSearch(DataSource dataSource, PlatformTransactionManager transactions, MessageIndex index) {
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setQueryTimeout(QUERY_SECONDS);
        this.jdbc = JdbcClient.create(new NamedParameterJdbcTemplate(template));
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
        this.index = index;
    }

    /** Newest first, of those below the id {@code before}. */
    public List<InboxEntry> find(InboxCriteria criteria, long before, int limit) {
        Map<String, Object> values = new HashMap<>();
        String sql = "select " + InboxEntry.COLUMNS + " from warmhandoff.inbox i where i.id < :before"
                + conditions(criteria, values) + " order by i.id desc limit :limit";
        values.put("before", before);
        values.put("limit", limit);
        return inTransaction(() -> jdbc.sql(sql)
                .params(values)
                .query((row, n) -> InboxEntry.read(row))
                .list());
    }

    public Optional<InboxEntry> entry(long id) {
        return inTransaction(
                () -> jdbc.sql("select " + InboxEntry.COLUMNS + " from warmhandoff.inbox i where i.id = :id")
                        .param("id", id)
                        .query((row, n) -> InboxEntry.read(row))
                        .optional());
    }

    /** What arrived about a referral, newest first. */
    public List<InboxEntry> ofTask(String taskId, int limit) {
        return inTransaction(() -> jdbc.sql("select " + InboxEntry.COLUMNS
                        + " from warmhandoff.inbox i where i.task_id = :task order by i.id desc limit :limit")
                .param("task", taskId)
                .param("limit", limit)
                .query((row, n) -> InboxEntry.read(row))
                .list());
    }

    /** The referrals that messages with all these keys became; what was sent of them is found by these. */
    public List<String> tasks(List<BusinessKey> keys) {
        Map<String, Object> values = new HashMap<>();
        String sql = "select distinct i.task_id from warmhandoff.inbox i where i.task_id is not null"
                + conditions(new InboxCriteria(keys, null, null, null, null, null, null), values) + " limit :limit";
        values.put("limit", MOST_TASKS);
        return inTransaction(
                () -> jdbc.sql(sql).params(values).query(String.class).list());
    }

    /** What is wrong with messages, and with how many. */
    public List<InboxBucket> buckets() {
        return inTransaction(() -> jdbc.sql(BUCKETS)
                .query((row, n) -> new InboxBucket(
                        row.getString("state"),
                        row.getString("reason"),
                        row.getLong("messages"),
                        row.getTimestamp("oldest").toInstant()))
                .list());
    }

    private String conditions(InboxCriteria criteria, Map<String, Object> values) {
        List<String> all = new ArrayList<>();
        for (BusinessKey key : criteria.keys()) {
            String name = key.kind().code();
            values.put(name, index.candidates(key));
            String form = key.kind() == BusinessKey.Kind.REFERRAL ? BY_KEY : BY_BLINDED_KEY;
            all.add(form.formatted(name, name, "order_key"));
        }
        if (criteria.controlId() != null) {
            values.put("control", List.of(StoredText.key(criteria.controlId())));
            all.add(BY_KEY.formatted(MessageIndex.CONTROL_ID, "control", "control_id"));
        }
        if (criteria.partner() != null) {
            values.put("partner", List.of(StoredText.key(criteria.partner())));
            all.add(BY_KEY.formatted(MessageIndex.PARTNER, "partner", "sender"));
        }
        put("state", criteria.state(), "i.state = :state", all, values);
        put("reason", criteria.reason(), "i.reason = :reason", all, values);
        put(
                "since",
                criteria.since() == null ? null : criteria.since().atOffset(ZoneOffset.UTC),
                "i.received_at >= :since",
                all,
                values);
        put(
                "until",
                criteria.until() == null ? null : criteria.until().atOffset(ZoneOffset.UTC),
                "i.received_at < :until",
                all,
                values);
        return all.isEmpty() ? "" : " and " + String.join(" and ", all);
    }

    private static void put(
            String name, @Nullable Object value, String condition, List<String> all, Map<String, Object> values) {
        if (value != null) {
            values.put(name, value);
            all.add(condition);
        }
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
