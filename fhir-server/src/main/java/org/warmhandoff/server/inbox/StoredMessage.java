package org.warmhandoff.server.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.intake.InboundMessage;

/**
 * A message in the inbox.
 *
 * @param answer what its sender was told, null as long as nothing was
 * @param reason why it was refused, failed or is tried again: codes, no content
 * @param taskId the referral that it became
 * @param attempts how often applying it was tried and put off
 */
public record StoredMessage(
        long id,
        Instant receivedAt,
        InboundMessage message,
        InboxState state,
        @Nullable String answer,
        @Nullable String reason,
        @Nullable String taskId,
        int attempts) {}
