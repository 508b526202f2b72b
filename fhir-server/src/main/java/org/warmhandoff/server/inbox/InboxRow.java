package org.warmhandoff.server.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.intake.InboundMessage;

/**
 * A row as it is stored.
 *
 * @param sealed body and answer are not opened yet
 * @param keyId null when they are plain
 * @param lostLeases how many leases in a row ended with nobody reporting
 */
record InboxRow(StoredMessage sealed, @Nullable String keyId, int lostLeases) {

    static final String COLUMNS =
            """
             i.id, i.received_at, i.dialect, i.sender, i.control_id, i.message_type, i.order_key, i.content_type,
             i.body, i.state, i.answer, i.reason, i.task_id, i.attempts, i.key_id, i.lost_leases
            """;

    static InboxRow read(ResultSet row) throws SQLException {
        InboundMessage message = new InboundMessage(
                Dialect.valueOf(row.getString("dialect")),
                row.getString("sender"),
                row.getString("control_id"),
                row.getString("message_type"),
                row.getString("order_key"),
                row.getString("content_type"),
                row.getBytes("body"));
        StoredMessage sealed = new StoredMessage(
                row.getLong("id"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                message,
                InboxState.ofCode(row.getString("state")),
                row.getString("answer"),
                row.getString("reason"),
                row.getString("task_id"),
                row.getInt("attempts"));
        return new InboxRow(sealed, row.getString("key_id"), row.getInt("lost_leases"));
    }

    StoredMessage opened(Seal seal) {
        InboundMessage in = sealed.message();
        byte[] body = seal.openBody(in.body(), keyId, in.sender(), in.controlId());
        InboundMessage out = new InboundMessage(
                in.dialect(), in.sender(), in.controlId(), in.messageType(), in.orderKey(), in.contentType(), body);
        return new StoredMessage(
                sealed.id(),
                sealed.receivedAt(),
                out,
                sealed.state(),
                seal.openAnswer(sealed.answer(), sealed.id()),
                sealed.reason(),
                sealed.taskId(),
                sealed.attempts());
    }
}
