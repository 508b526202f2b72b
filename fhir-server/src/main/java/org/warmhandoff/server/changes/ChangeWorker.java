package org.warmhandoff.server.changes;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.server.work.PollingLoop;
import org.warmhandoff.server.work.Wakeup;

/** Hands noted writes to the handlers, each once on some node; what a handler cannot do now it is asked again. */
@Component
class ChangeWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeWorker.class);

    private static final String DUE =
            """
            select id, resource_type, resource_id from warmhandoff.resource_change
             where due_at <= ? order by id limit 50""";

    private static final String TAKE =
            """
            delete from warmhandoff.resource_change
             where id = (select id from warmhandoff.resource_change where id = ? for update skip locked)""";

    private static final String PUT_OFF =
            """
            update warmhandoff.resource_change set attempts = attempts + 1,
                   due_at = cast(? as timestamptz) + least(attempts + 1, 60) * interval '1 second'
             where id = ?""";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ObjectProvider<ChangeHandler> handlers;
    private final PollingLoop loop;

    ChangeWorker(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Clock clock,
            ObjectProvider<ChangeHandler> handlers,
            @Qualifier("changeWakeup") Wakeup wakeup) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.handlers = handlers;
        this.loop = new PollingLoop("changes", wakeup, Duration.ofSeconds(1), this::round);
    }

    private record Change(long id, String type, String resourceId) {}

    private boolean round() {
        List<Change> due = jdbc.query(
                DUE,
                (row, n) -> new Change(row.getLong(1), row.getString(2), row.getString(3)),
                Timestamp.from(clock.instant()));
        due.forEach(this::work);
        return !due.isEmpty();
    }

    private void work(Change change) {
        try {
            transaction.executeWithoutResult(status -> {
                if (jdbc.update(TAKE, change.id()) == 1) {
                    handlers.orderedStream()
                            .filter(handler -> handler.types().contains(change.type()))
                            .forEach(handler -> handler.changed(change.type(), change.resourceId()));
                }
            });
        } catch (RuntimeException e) {
            LOG.warn(
                    "{}/{}: not handled ({}), again later",
                    change.type(),
                    change.resourceId(),
                    PollingLoop.describe(e));
            LOG.debug("{}/{}", change.type(), change.resourceId(), e);
            jdbc.update(PUT_OFF, Timestamp.from(clock.instant()), change.id());
        }
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop(Duration.ofSeconds(20));
    }

    @Override
    public boolean isRunning() {
        return loop.running();
    }
}
