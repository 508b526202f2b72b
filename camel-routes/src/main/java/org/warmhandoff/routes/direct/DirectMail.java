package org.warmhandoff.routes.direct;

import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.partner.Partner;

/** What a mail came to. */
sealed interface DirectMail {

    /**
     * A document from a partner, opened and verified.
     *
     * @param messageId Message-ID, without its angle brackets
     * @param answer what its sender may be notified of
     */
    record Document(Partner sender, String messageId, String contentType, byte[] body, Answer answer)
            implements DirectMail {}

    /** Which notifications a mail may have. */
    enum Answer {
        /** It came from a machine: an answer could be answered. */
        NONE,
        PROCESSED,
        /** The sender also awaits what becomes of it. */
        FINAL
    }

    /**
     * A notification about something that we sent.
     *
     * @param report null when it does not say of what it speaks
     */
    record Notification(Partner partner, @Nullable MailReport report) implements DirectMail {}

    /**
     * Refused.
     *
     * @param code why, in one word
     * @param sentence for the sender, without content
     */
    record Refused(String code, String sentence) implements DirectMail {}
}
