package org.warmhandoff.routes.delivery;

import java.time.Duration;

/** What became of one attempt. Reasons are codes and transport facts, never content. */
public sealed interface DeliveryResult {

    /** The partner has it; {@code evidence} says how we know (status code, MSA-1, file name and digest). */
    record Delivered(String evidence) implements DeliveryResult {}

    /**
     * Later may be better: not reachable, timeout, 5xx, 429, AE; or something here must be put right first, such as a
     * key file.
     *
     * @param notBefore how long the partner asked to be left alone (Retry-After), zero when it did not
     */
    record Retry(String errorCode, String reason, Duration notBefore) implements DeliveryResult {

        public Retry(String errorCode, String reason) {
            this(errorCode, reason, Duration.ZERO);
        }
    }

    /** The same message will never be taken: 4xx, AR. */
    record Rejected(String errorCode, String reason) implements DeliveryResult {}
}
