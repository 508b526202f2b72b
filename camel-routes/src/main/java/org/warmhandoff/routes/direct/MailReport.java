package org.warmhandoff.routes.direct;

/**
 * What somebody says of a mail that we sent: a disposition notification (RFC 8098) or a delivery status (RFC 3464).
 *
 * @param messageId of our mail, without its angle brackets
 * @param outcome what became of it
 * @param code a word for it, such as {@code dispatched}; no content
 */
public record MailReport(String messageId, Outcome outcome, String code) {

    public enum Outcome {
        /** It arrived: processed, dispatched, displayed or delivered. */
        TAKEN,
        /** It will not arrive. */
        FAILED,
        /** Neither is said, as by a delay. */
        PENDING
    }
}
