package org.warmhandoff.server.inbox;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.routes.intake.InboundMessage;
import org.warmhandoff.server.work.PollingLoop;
import org.warmhandoff.server.work.Wakeup;

/** Has a failed message applied once more. What was applied never is again: its control id and its state see to that. */
public final class InboxReplay {

    private static final String REOPEN =
            """
            update warmhandoff.inbox
               set state = 'received', due_at = :now, attempts = 0, lost_leases = 0, settled_at = null, lease_owner = null
             where id = :id and state = 'failed'
            """;

    private static final String REOPEN_EARLY =
            """
            update warmhandoff.inbox
               set state = 'received', due_at = :now, attempts = 0, lost_leases = 0, settled_at = null, lease_owner = null
             where state = 'failed' and reason = :reason and sender = :sender and order_key = :key
               and received_at > :since
            """;

    private static final Logger log = LoggerFactory.getLogger(InboxReplay.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final InboxQueue queue;
    private final ObjectProvider<InboxHandler> handler;
    private final InboxProperties properties;
    private final Clock clock;
    private final Wakeup wakeup;

    InboxReplay(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            InboxQueue queue,
            ObjectProvider<InboxHandler> handler,
            InboxProperties properties,
            Clock clock,
            Wakeup wakeup) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.queue = queue;
        this.handler = handler;
        this.properties = properties;
        this.clock = clock;
        this.wakeup = wakeup;
    }

    /** False when the message has not failed. */
    public boolean replay(long id) {
        return Objects.requireNonNull(transaction.execute(status -> {
            boolean reopened = reopen(id);
            wakeup.wakeAfterCommit();
            return reopened;
        }));
    }

    /**
     * Has messages applied after all that came before the one that they follow on, and failed for want of it. Joins the
     * transaction that applies that one.
     *
     * @param reason with which they failed
     */
    public void replayEarly(InboundMessage awaited, String reason) {
        Instant now = clock.instant();
        int reopened = Objects.requireNonNull(transaction.execute(status -> jdbc.sql(REOPEN_EARLY)
                .param("reason", reason)
                .param("sender", awaited.sender())
                .param("key", awaited.orderKey(), Types.VARCHAR)
                .param("since", now.minus(properties.giveUp()).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update()));
        if (reopened > 0) {
            wakeup.wakeAfterCommit();
        }
    }

    /** What applying a failed message would come to: everything is done, and nothing of it stored. */
    public InboxHandler.Verdict dryRun(long id) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                status.setRollbackOnly();
                reopen(id);
                return handler.getObject().apply(queue.load(id).orElseThrow());
            }));
        } catch (RuntimeException e) {
            log.warn("inbox message {}: dry run failed: {}", id, PollingLoop.describe(e));
            return new InboxHandler.Verdict.Later("internal-error");
        }
    }

    private boolean reopen(long id) {
        return jdbc.sql(REOPEN)
                        .param("id", id)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
