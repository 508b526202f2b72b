package org.warmhandoff.server.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A message as lists show it: without its body.
 *
 * @param reason code of the refusal, of the failure or of the last fault: its error bucket
 * @param dueAt when it is tried next, or how long its lease runs; of no meaning once it is settled
 * @param bodyBytes as stored
 */
public record InboxEntry(
        long id,
        Instant receivedAt,
        String dialect,
        String sender,
        String controlId,
        @Nullable String messageType,
        @Nullable String orderKey,
        InboxState state,
        @Nullable String reason,
        @Nullable String taskId,
        int attempts,
        Instant dueAt,
        @Nullable String leaseOwner,
        @Nullable Instant settledAt,
        int bodyBytes) {

    static final String COLUMNS =
            """
             i.id, i.received_at, i.dialect, i.sender, i.control_id, i.message_type, i.order_key, i.state, i.reason,
             i.task_id, i.attempts, i.due_at, i.lease_owner, i.settled_at, length(i.body) as body_bytes
            """;

    static InboxEntry read(ResultSet row) throws SQLException {
        OffsetDateTime settled = row.getObject("settled_at", OffsetDateTime.class);
        return new InboxEntry(
                row.getLong("id"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("dialect"),
                row.getString("sender"),
                row.getString("control_id"),
                row.getString("message_type"),
                row.getString("order_key"),
                InboxState.ofCode(row.getString("state")),
                row.getString("reason"),
                row.getString("task_id"),
                row.getInt("attempts"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getString("lease_owner"),
                settled == null ? null : settled.toInstant(),
                row.getInt("body_bytes"));
    }
}
