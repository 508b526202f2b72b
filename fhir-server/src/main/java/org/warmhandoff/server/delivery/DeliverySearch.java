package org.warmhandoff.server.delivery;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds deliveries by what people know of them. */
public final class DeliverySearch {

    private static final int QUERY_SECONDS = 15;

    /** MSH-10 holds twenty characters in versions before 2.7. */
    private static final int CONTROL_ID = 20;

    private static final String BUCKETS =
            """
            select partner_id, state, coalesce(reason, '') as reason, count(*) as messages, min(created_at) as oldest
              from warmhandoff.delivery
             where state in ('held', 'dead') or (state = 'ready' and attempts > 0)
             group by partner_id, state, reason order by messages desc, partner_id limit 200
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DeliverySearch(DataSource dataSource, PlatformTransactionManager transactions) {
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setQueryTimeout(QUERY_SECONDS);
        this.jdbc = JdbcClient.create(new NamedParameterJdbcTemplate(template));
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
    }

    /** Newest first, of those below the id {@code before}. */
    public List<Delivery> find(DeliveryCriteria criteria, long before, int limit) {
        if (criteria.tasks() != null && criteria.tasks().isEmpty()) {
            return List.of();
        }
        Map<String, Object> values = new HashMap<>(Map.of("before", before, "limit", limit));
        String sql = "select d.* from warmhandoff.delivery d where d.id < :before" + conditions(criteria, values)
                + " order by d.id desc limit :limit";
        return inTransaction(() -> jdbc.sql(sql)
                .params(values)
                .query((row, n) -> DeliveryRow.delivery(row))
                .list());
    }

    /** What is wrong with deliveries to whom, and with how many. */
    public List<DeliveryBucket> buckets() {
        return inTransaction(() -> jdbc.sql(BUCKETS)
                .query((row, n) -> new DeliveryBucket(
                        row.getString("partner_id"),
                        row.getString("state"),
                        row.getString("reason"),
                        row.getLong("messages"),
                        DeliveryRow.instant(row, "oldest")))
                .list());
    }

    private static String conditions(DeliveryCriteria criteria, Map<String, Object> values) {
        List<String> all = new ArrayList<>();
        put("tasks", criteria.tasks(), "d.task_id in (:tasks)", all, values);
        put("message", controlId(criteria.messageId()), "left(d.message_id, 20) = :message", all, values);
        put("partner", criteria.partner(), "d.partner_id = :partner", all, values);
        put("state", criteria.state(), "d.state = :state", all, values);
        put("reason", criteria.reason(), "d.reason = :reason", all, values);
        put(
                "since",
                criteria.since() == null ? null : criteria.since().atOffset(ZoneOffset.UTC),
                "d.created_at >= :since",
                all,
                values);
        put(
                "until",
                criteria.until() == null ? null : criteria.until().atOffset(ZoneOffset.UTC),
                "d.created_at < :until",
                all,
                values);
        return all.isEmpty() ? "" : " and " + String.join(" and ", all);
    }

    private static @Nullable String controlId(@Nullable String messageId) {
        if (messageId == null) {
            return null;
        }
        String plain = messageId.strip().toLowerCase(Locale.ROOT).replace("-", "");
        return plain.length() > CONTROL_ID ? plain.substring(0, CONTROL_ID) : plain;
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
