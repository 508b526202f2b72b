package org.warmhandoff.server.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.server.delivery.Delivery;
import org.warmhandoff.server.delivery.MessageIds;
import org.warmhandoff.server.inbox.InboxEntry;

/**
 * A message in a list: ids, codes and times.
 *
 * @param partner who sent it, or to whom it goes
 * @param controlId under which the partner knows it
 * @param type message type of what arrived, kind of what is sent
 * @param referral the sender's referral number, for what arrived
 * @param bucket code of what went wrong last
 * @param dueAt when it is tried next
 * @param evidence how we know that the partner has it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MessageView(
        String id,
        String direction,
        Instant at,
        String partner,
        String controlId,
        @Nullable String type,
        @Nullable String referral,
        @Nullable String taskId,
        String state,
        @Nullable String bucket,
        int attempts,
        @Nullable Instant dueAt,
        @Nullable String evidence) {

    static MessageView of(InboxEntry entry) {
        return new MessageView(
                MessageRef.in(entry.id()).toString(),
                "in",
                entry.receivedAt(),
                entry.sender(),
                entry.controlId(),
                entry.messageType(),
                entry.orderKey(),
                entry.taskId(),
                entry.state().code(),
                entry.reason(),
                entry.attempts(),
                entry.settledAt() == null ? entry.dueAt() : null,
                null);
    }

    static MessageView of(Delivery delivery) {
        Delivery.Progress progress = delivery.progress();
        boolean open =
                switch (progress.state()) {
                    case READY, LEASED -> true;
                    default -> false;
                };
        return new MessageView(
                MessageRef.out(delivery.id()).toString(),
                "out",
                delivery.createdAt(),
                delivery.partnerId(),
                MessageIds.of(delivery),
                delivery.kind(),
                null,
                delivery.taskId(),
                progress.state().code(),
                progress.reason(),
                progress.attempts(),
                open ? progress.dueAt() : null,
                progress.evidence());
    }
}
