package org.warmhandoff.server.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What came of one request to replay a message.
 *
 * @param outcome {@code queued}; or, for a dry run, {@code would-send}, {@code would-apply}, {@code would-be-held} or
 *     {@code would-fail}; or why nothing is done: {@code already-delivered}, {@code already-applied},
 *     {@code under-way}, {@code refused}, {@code cancelled}
 * @param detail codes, ids and sizes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReplayOutcome(String id, String outcome, @Nullable String detail) {

    static final String QUEUED = "queued";

    static ReplayOutcome of(MessageRef ref, String outcome, @Nullable String detail) {
        return new ReplayOutcome(ref.toString(), outcome, detail);
    }
}
