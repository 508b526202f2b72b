package org.warmhandoff.server.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.intake.InboundMessage;
import org.warmhandoff.server.work.CallersTransaction;
import org.warmhandoff.server.work.NodeId;

/**
 * The accepted messages that wait to be applied. Messages of one sender with the same order key are handed out one
 * after the other: a later one waits until every earlier one is applied or failed. A claim is a lease, so the messages
 * of a node that died are handed out again.
 */
public final class InboxQueue {

    private static final String COLUMNS =
            """
             i.id, i.received_at, i.dialect, i.sender, i.control_id, i.message_type, i.order_key, i.content_type,
             i.body, i.state, i.answer, i.reason, i.task_id, i.attempts
            """;

    private static final String FIRST_OF_ITS_KEY =
            """
             not exists (select 1 from warmhandoff.inbox e
                          where e.sender = c.sender and e.order_key = c.order_key
                            and e.state = 'received' and e.id < c.id)
            """;

    private static final String CLAIM =
            """
            with due as materialized (
              select c.id from warmhandoff.inbox c
               where c.state = 'received' and c.due_at <= :now and %s
               order by c.due_at, c.id limit :limit for update of c skip locked)
            update warmhandoff.inbox i set lease_owner = :node, due_at = :until
              from due where i.id = due.id
            returning %s
            """
                    .formatted(FIRST_OF_ITS_KEY, COLUMNS);

    private static final String CLAIM_ONE =
            """
            with due as materialized (
              select c.id from warmhandoff.inbox c
               where c.id = :id and c.state = 'received' and (c.lease_owner is null or c.due_at <= :now) and %s
                 for update of c skip locked)
            update warmhandoff.inbox i set lease_owner = :node, due_at = :until
              from due where i.id = due.id
            returning %s
            """
                    .formatted(FIRST_OF_ITS_KEY, COLUMNS);

    private static final String LOAD = "select " + COLUMNS + " from warmhandoff.inbox i where i.id = :id";

    private static final String SETTLE =
            """
            update warmhandoff.inbox
               set state = :state, reason = :reason, task_id = coalesce(:task, task_id),
                   answer = coalesce(:answer, answer), settled_at = :now, lease_owner = null
             where id = :id and state = 'received'
            """;

    private static final String PUT_OFF =
            """
            update warmhandoff.inbox
               set attempts = attempts + 1, reason = :reason, due_at = :due, lease_owner = null
             where id = :id and state = 'received' and lease_owner = :node
            """;

    private static final String RELEASE =
            """
            update warmhandoff.inbox set lease_owner = null, due_at = :now
             where state = 'received' and lease_owner = :node
            """;

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final InboxProperties properties;
    private final Clock clock;
    private final NodeId node;

    public InboxQueue(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            InboxProperties properties,
            Clock clock,
            NodeId node) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.properties = properties;
        this.clock = clock;
        this.node = node;
    }

    /** Takes up to {@code limit} messages that are due, each the first of its sender and order key. */
    public List<StoredMessage> claim(int limit) {
        Instant now = clock.instant();
        List<StoredMessage> claimed = inTransaction(() -> lease(CLAIM, now)
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list());
        return claimed.stream()
                .sorted(Comparator.comparingLong(StoredMessage::id))
                .toList();
    }

    /** Takes this message for the thread that received it; empty when another has it or an earlier one must go first. */
    public Optional<StoredMessage> claimOne(long id) {
        Instant now = clock.instant();
        return inTransaction(() -> lease(CLAIM_ONE, now)
                .param("id", id)
                .query((row, n) -> read(row))
                .optional());
    }

    public Optional<StoredMessage> load(long id) {
        return inTransaction(() ->
                jdbc.sql(LOAD).param("id", id).query((row, n) -> read(row)).optional());
    }

    /**
     * Marks the message applied, as part of the caller's transaction.
     *
     * @param taskId the referral that it became, null when it became none
     * @param answer what the sender is told from now on, null to keep what it was told
     * @throws AlreadySettledException so that the caller rolls back, when the message was applied by another
     */
    public void applied(long id, @Nullable String taskId, @Nullable String answer) {
        CallersTransaction.require(dataSource, "a message is marked applied in the transaction that applies it");
        if (settle(id, InboxState.APPLIED, null, taskId, answer) == 0) {
            throw new AlreadySettledException(id);
        }
    }

    /** Puts the message off; false when this node no longer has it. */
    public boolean retryLater(long id, String code, Instant due) {
        return inTransaction(() -> jdbc.sql(PUT_OFF)
                        .param("id", id)
                        .param("reason", code)
                        .param("due", utc(due))
                        .param("node", node.value())
                        .update()
                == 1);
    }

    /** Keeps the message for inspection and lets later ones of its order key pass; false when it is settled already. */
    public boolean failed(long id, String reason) {
        return inTransaction(() -> settle(id, InboxState.FAILED, reason, null, null) == 1);
    }

    /** As {@link #failed}, and gives its control id free: for content found wrong while the sender waits. */
    public boolean refused(long id, String reason, String answer) {
        return inTransaction(() -> settle(id, InboxState.REFUSED, reason, null, answer) == 1);
    }

    /** Gives back what this node holds, for a clean stop. */
    public void releaseLeases() {
        inTransaction(() -> jdbc.sql(RELEASE)
                .param("now", utc(clock.instant()))
                .param("node", node.value())
                .update());
    }

    private JdbcClient.StatementSpec lease(String sql, Instant now) {
        return jdbc.sql(sql)
                .param("node", node.value())
                .param("now", utc(now))
                .param("until", utc(now.plus(properties.lease())));
    }

    private int settle(
            long id, InboxState state, @Nullable String reason, @Nullable String taskId, @Nullable String answer) {
        return jdbc.sql(SETTLE)
                .param("id", id)
                .param("state", state.code())
                .param("reason", reason, Types.VARCHAR)
                .param("task", taskId, Types.VARCHAR)
                .param("answer", StoredText.clean(answer), Types.VARCHAR)
                .param("now", utc(clock.instant()))
                .update();
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private static StoredMessage read(ResultSet row) throws SQLException {
        InboundMessage message = new InboundMessage(
                Dialect.valueOf(row.getString("dialect")),
                row.getString("sender"),
                row.getString("control_id"),
                row.getString("message_type"),
                row.getString("order_key"),
                row.getString("content_type"),
                row.getBytes("body"));
        return new StoredMessage(
                row.getLong("id"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                message,
                InboxState.ofCode(row.getString("state")),
                row.getString("answer"),
                row.getString("reason"),
                row.getString("task_id"),
                row.getInt("attempts"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
