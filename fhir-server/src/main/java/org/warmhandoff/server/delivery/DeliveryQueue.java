package org.warmhandoff.server.delivery;

import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.server.work.CallersTransaction;
import org.warmhandoff.server.work.Wakeup;

/** Orders, releases and cancels deliveries, and shows them. Thread-safe. */
public final class DeliveryQueue {

    private static final String ENQUEUE =
            """
            insert into warmhandoff.delivery (partner_id, order_key, kind, task_id, payload, idempotency_key,
                                              state, reason, created_at, due_at)
            values (:partner, :orderKey, :kind, :task, cast(:payload as jsonb), :key, :state, :reason, :now, :now)
            on conflict (idempotency_key) do nothing
            returning id
            """;

    private static final String BY_KEY = "select id from warmhandoff.delivery where idempotency_key = :key";

    private static final String FITS =
            """
                 (cast(:task as text) is null or task_id = :task)
             and (cast(:partner as text) is null or partner_id = :partner)
             and (cast(:kind as text) is null or kind = :kind)
            """;

    /** Ready and leased ones too: they may be about to be held for a reason that has just gone. */
    private static final String RELEASE =
            """
            update warmhandoff.delivery
               set state = case when state = 'held' then 'ready' else state end,
                   due_at = case when state = 'held' then cast(:now as timestamptz) else due_at end,
                   recheck = true
             where state in ('held', 'ready', 'leased') and
            """
                    + FITS;

    private static final String ASK_AGAIN =
            """
            update warmhandoff.delivery set due_at = :now
             where state = 'ready' and
            """
                    + FITS;

    private static final String CANCEL =
            """
            update warmhandoff.delivery set state = 'cancelled', reason = :reason, settled_at = :now
             where state in ('ready', 'held') and evidence is null and
            """
                    + FITS;

    private static final String REPLAY =
            """
            update warmhandoff.delivery
               set state = 'ready', due_at = :now, attempts = 0, first_attempt_at = null, settled_at = null,
                   lost_leases = 0, own_faults = 0
             where id = :id and state = 'dead'
            """;

    private static final String HURRY =
            """
            update warmhandoff.delivery set state = 'ready', due_at = :now, recheck = true
             where id = :id and state in ('held', 'ready')
            """;

    private static final String WAITING =
            """
            select exists (select 1 from warmhandoff.delivery
                            where partner_id = :partner and state in ('ready', 'leased', 'held'))
            """;

    private static final String FIND = "select * from warmhandoff.delivery where id = :id";

    private static final String LIST =
            "select * from warmhandoff.delivery where " + FITS + " order by id desc limit :limit";

    private static final String ATTEMPTS =
            """
            select node, started_at, ended_at, outcome, code, reason
              from warmhandoff.delivery_attempt where delivery_id = :id order by lease_no
            """;

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;
    private final Wakeup wakeup;

    public DeliveryQueue(DataSource dataSource, PlatformTransactionManager transactions, Clock clock, Wakeup wakeup) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
        this.wakeup = wakeup;
    }

    /**
     * Writes the delivery as part of the caller's transaction, so that it exists exactly if the change does; wakes the
     * dispatcher after commit.
     *
     * @return the id of the delivery, also when the same was ordered before
     */
    public long enqueue(DeliveryOrder order) {
        CallersTransaction.require(dataSource, "a delivery is ordered in the transaction of the change it tells of");
        String state = order.holdReason() == null ? DeliveryState.READY.code() : DeliveryState.HELD.code();
        Optional<Long> id = jdbc.sql(ENQUEUE)
                .param("partner", order.partnerId())
                .param("orderKey", order.orderKey())
                .param("kind", order.kind())
                .param("task", order.taskId(), Types.VARCHAR)
                .param("payload", DeliveryRow.json(order.payload()))
                .param("key", order.idempotencyKey())
                .param("state", state)
                .param("reason", order.holdReason(), Types.VARCHAR)
                .param("now", DeliveryRow.utc(clock.instant()))
                .query(Long.class)
                .optional();
        wakeup.wakeAfterCommit();
        return id.orElseGet(() -> jdbc.sql(BY_KEY)
                .param("key", order.idempotencyKey())
                .query(Long.class)
                .single());
    }

    /**
     * Lets held deliveries go, in the caller's transaction if there is one. They are rendered anew, so one whose reason
     * to wait is still there is held again. One that is being withheld while the caller commits is not missed.
     */
    public void release(DeliveryFilter filter) {
        transaction.executeWithoutResult(status -> {
            doRelease(filter);
            TransactionSynchronizationManager.registerSynchronization(new ReleaseAgain(filter));
        });
    }

    /**
     * Has what waits to be sent again rendered anew now, so that it is held if it may not leave any more. In the caller's
     * transaction if there is one. What a node is sending right now cannot be stopped.
     */
    public void askAgain(DeliveryFilter filter) {
        transaction.executeWithoutResult(status -> {
            fitting(ASK_AGAIN, filter)
                    .param("now", DeliveryRow.utc(clock.instant()))
                    .update();
            wakeup.wakeAfterCommit();
        });
    }

    /** Drops what has not left: held and ready deliveries. What a node is sending right now cannot be stopped. */
    public int cancel(DeliveryFilter filter, String reason) {
        return inTransaction(() -> fitting(CANCEL, filter)
                .param("reason", reason)
                .param("now", DeliveryRow.utc(clock.instant()))
                .update());
    }

    /** Sends a dead delivery again, with the same message id; consent is asked anew. False when it is not dead. */
    public boolean replay(long id) {
        return inTransaction(() -> {
            int rows = jdbc.sql(REPLAY)
                    .param("id", id)
                    .param("now", DeliveryRow.utc(clock.instant()))
                    .update();
            wakeup.wakeAfterCommit();
            return rows == 1;
        });
    }

    /** Has a held or ready delivery leave now, if it may: it is rendered anew. */
    boolean hurry(long id) {
        return inTransaction(() -> {
            int rows = jdbc.sql(HURRY)
                    .param("id", id)
                    .param("now", DeliveryRow.utc(clock.instant()))
                    .update();
            wakeup.wakeAfterCommit();
            return rows == 1;
        });
    }

    public Optional<Delivery> find(long id) {
        return inTransaction(() -> jdbc.sql(FIND)
                .param("id", id)
                .query((row, n) -> DeliveryRow.delivery(row))
                .optional());
    }

    /** Newest first. */
    public List<Delivery> list(DeliveryFilter filter, int limit) {
        return inTransaction(() -> fitting(LIST, filter)
                .param("limit", limit)
                .query((row, n) -> DeliveryRow.delivery(row))
                .list());
    }

    /** Whether anything is still to leave to a partner, now or when a consent comes. */
    public boolean waiting(String partnerId) {
        return inTransaction(() -> jdbc.sql(WAITING)
                .param("partner", partnerId)
                .query(Boolean.class)
                .single());
    }

    /** The history of a delivery, oldest first. */
    public List<DeliveryAttempt> attempts(long id) {
        return inTransaction(() -> jdbc.sql(ATTEMPTS)
                .param("id", id)
                .query((row, n) -> new DeliveryAttempt(
                        row.getString("node"),
                        DeliveryRow.instant(row, "started_at"),
                        DeliveryRow.instant(row, "ended_at"),
                        row.getString("outcome"),
                        row.getString("code"),
                        row.getString("reason")))
                .list());
    }

    private void doRelease(DeliveryFilter filter) {
        fitting(RELEASE, filter).param("now", DeliveryRow.utc(clock.instant())).update();
    }

    private JdbcClient.StatementSpec fitting(String sql, DeliveryFilter filter) {
        return jdbc.sql(sql)
                .param("task", filter.taskId(), Types.VARCHAR)
                .param("partner", filter.partnerId(), Types.VARCHAR)
                .param("kind", filter.kind(), Types.VARCHAR);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    /**
     * A delivery ordered and withheld by others between our update and our commit did not see what we commit: release
     * once more when everybody sees it.
     */
    private final class ReleaseAgain implements TransactionSynchronization {

        private final DeliveryFilter filter;

        private ReleaseAgain(DeliveryFilter filter) {
            this.filter = filter;
        }

        @Override
        public void afterCommit() {
            ownTransaction.executeWithoutResult(status -> doRelease(filter));
            wakeup.wake();
        }
    }
}
