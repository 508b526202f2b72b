package org.warmhandoff.routes.delivery;

/** What became of one attempt. Reasons are codes and transport facts, never content. */
public sealed interface DeliveryResult {

    /** The partner has it; {@code evidence} says how we know (status code, MSA-1, file name and digest). */
    record Delivered(String evidence) implements DeliveryResult {}

    /** Later may be better: not reachable, timeout, 5xx, 429, AE. */
    record Retry(String errorCode, String reason) implements DeliveryResult {}

    /** The same message will never be taken: 4xx, AR. */
    record Rejected(String errorCode, String reason) implements DeliveryResult {}
}
