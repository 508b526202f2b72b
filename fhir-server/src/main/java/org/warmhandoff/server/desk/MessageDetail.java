package org.warmhandoff.server.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.server.delivery.DeliveryAttempt;

/**
 * A message with its history, and what belongs to the same referral.
 *
 * @param bodyBytes size of what arrived, as it is stored
 * @param history every attempt to send it, oldest first
 * @param related the other messages of the referral, newest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MessageDetail(
        MessageView message,
        @Nullable String dialect,
        @Nullable Instant settledAt,
        @Nullable Integer bodyBytes,
        List<DeliveryAttempt> history,
        List<MessageView> related) {}
