package org.warmhandoff.server.inbox;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.server.vault.BrokenSealException;
import org.warmhandoff.server.vault.UnknownKeyException;
import org.warmhandoff.server.work.CallersTransaction;
import org.warmhandoff.server.work.NodeId;

/**
 * The accepted messages that wait to be applied. Messages of one sender with the same order key are handed out one
 * after the other: a later one waits until every earlier one is applied or failed. A claim is a lease, so the messages
 * of a node that died are handed out again.
 */
public final class InboxQueue {

    /** Leases in a row that may end with nobody reporting. */
    static final int MOST_LOST_LEASES = 3;

    private static final Duration FOR_A_KEY = Duration.ofMinutes(1);
    private static final Logger log = LoggerFactory.getLogger(InboxQueue.class);

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
            update warmhandoff.inbox i
               set lost_leases = case when i.lease_owner is null then 0 else i.lost_leases + 1 end,
                   lease_owner = :node, due_at = :until
              from due where i.id = due.id
            returning %s
            """
                    .formatted(FIRST_OF_ITS_KEY, InboxRow.COLUMNS);

    private static final String CLAIM_ONE =
            """
            with due as materialized (
              select c.id from warmhandoff.inbox c
               where c.id = :id and c.state = 'received' and (c.lease_owner is null or c.due_at <= :now) and %s
                 for update of c skip locked)
            update warmhandoff.inbox i
               set lost_leases = case when i.lease_owner is null then 0 else i.lost_leases + 1 end,
                   lease_owner = :node, due_at = :until
              from due where i.id = due.id
            returning %s
            """
                    .formatted(FIRST_OF_ITS_KEY, InboxRow.COLUMNS);

    private static final String LOAD = "select " + InboxRow.COLUMNS + " from warmhandoff.inbox i where i.id = :id";

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
    private final Seal seal;
    private final MessageIndex index;
    private final InboxMeters meters;

    InboxQueue(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            InboxProperties properties,
            NodeId node,
            Stored stored,
            InboxMeters meters,
            Clock clock) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.properties = properties;
        this.clock = clock;
        this.node = node;
        this.seal = stored.seal();
        this.index = stored.index();
        this.meters = meters;
    }

    /** How messages are kept and found. */
    record Stored(Seal seal, MessageIndex index) {}

    /** Takes up to {@code limit} messages that are due, each the first of its sender and order key. */
    public List<StoredMessage> claim(int limit) {
        Instant now = clock.instant();
        List<InboxRow> claimed = inTransaction(() -> lease(CLAIM, now)
                .param("limit", limit)
                .query((row, n) -> InboxRow.read(row))
                .list());
        return claimed.stream()
                .flatMap(row -> usable(row).stream())
                .sorted(Comparator.comparingLong(StoredMessage::id))
                .toList();
    }

    /** Takes this message for the thread that received it; empty when another has it or an earlier one must go first. */
    public Optional<StoredMessage> claimOne(long id) {
        Instant now = clock.instant();
        return inTransaction(() -> lease(CLAIM_ONE, now)
                        .param("id", id)
                        .query((row, n) -> InboxRow.read(row))
                        .optional())
                .flatMap(this::usable);
    }

    public Optional<StoredMessage> load(long id) {
        return inTransaction(() -> jdbc.sql(LOAD)
                        .param("id", id)
                        .query((row, n) -> InboxRow.read(row))
                        .optional())
                .map(row -> row.opened(seal));
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
                .param("answer", seal.answer(answer, id), Types.VARCHAR)
                .param("now", utc(clock.instant()))
                .update();
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    /** Empty for a message that nobody can apply: it fails, or waits for a node that has its key. */
    private Optional<StoredMessage> usable(InboxRow row) {
        long id = row.sealed().id();
        if (row.lostLeases() >= MOST_LOST_LEASES) {
            fail(row.sealed(), "lease-lost");
            return Optional.empty();
        }
        try {
            StoredMessage opened = row.opened(seal);
            if (opened.attempts() == 0) {
                index.noteIfPossible(id, opened.message());
            }
            return Optional.of(opened);
        } catch (UnknownKeyException e) {
            awaitKey(row.sealed(), e);
        } catch (BrokenSealException e) {
            fail(row.sealed(), "seal-broken");
        }
        return Optional.empty();
    }

    private void awaitKey(StoredMessage message, UnknownKeyException missing) {
        Instant now = clock.instant();
        if (now.isAfter(message.receivedAt().plus(properties.giveUp()))) {
            fail(message, "message-key");
        } else {
            log.warn("inbox message {}: {}", message.id(), missing.getMessage());
            retryLater(message.id(), "message-key", now.plus(FOR_A_KEY));
        }
    }

    private void fail(StoredMessage message, String reason) {
        failed(message.id(), reason);
        meters.settled(message.message().dialect(), "failed");
        log.error("inbox message {} cannot be applied: {}; kept for inspection", message.id(), reason);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
