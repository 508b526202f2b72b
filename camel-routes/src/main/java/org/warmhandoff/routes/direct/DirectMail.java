package org.warmhandoff.routes.direct;

import org.warmhandoff.routes.partner.Partner;

/** What a mail came to. */
sealed interface DirectMail {

    /**
     * A document from a partner, opened and verified.
     *
     * @param messageId Message-ID, without its angle brackets
     */
    record Document(Partner sender, String messageId, String contentType, byte[] body) implements DirectMail {}

    /** A notification about something that we sent (RFC 8098). */
    record Notification(Partner sender) implements DirectMail {}

    /**
     * Refused.
     *
     * @param code why, in one word
     * @param sentence for the sender, without content
     */
    record Refused(String code, String sentence) implements DirectMail {}
}
