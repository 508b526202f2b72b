package org.warmhandoff.server.inbox;

import java.time.Instant;

/** Messages with the same trouble. */
public record InboxBucket(String state, String reason, long messages, Instant oldest) {}
