package org.warmhandoff.server.desk;

import java.time.Clock;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps who looked into which message or sent it again: ids only, in a table and in the log. */
@Component
class DeskRecord {

    private static final String INSERT =
            """
            insert into warmhandoff.desk_access (at, actor, action, message_id, outcome)
            values (:at, :actor, :action, :message, :outcome)
            """;

    private static final Logger log = LoggerFactory.getLogger(DeskRecord.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeskRecord(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    void note(String actor, String action, String messageId, String outcome) {
        transaction.executeWithoutResult(status -> jdbc.sql(INSERT)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .param("action", action)
                .param("message", messageId)
                .param("outcome", outcome)
                .update());
        log.info("desk: {} {} {}: {}", actor, action, messageId, outcome);
    }
}
