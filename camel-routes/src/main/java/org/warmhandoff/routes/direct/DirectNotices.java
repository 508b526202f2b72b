package org.warmhandoff.routes.direct;

import org.warmhandoff.routes.intake.InboundMessage;
import org.warmhandoff.routes.partner.Partner;

/**
 * The server's side of notifications about mail (Applicability Statement for Secure Health Transport 1.3, RFC 8098). Each
 * call commits before it returns, or is part of the caller's transaction.
 */
public interface DirectNotices {

    /** We have a mail of a partner and can read it. Said twice, it is notified once. */
    void processed(Partner sender, InboundMessage mail);

    /** A kept mail was applied, or can never be; the partner hears of it where it asked for that. */
    void settled(InboundMessage mail, boolean applied);

    /**
     * Somebody says what became of a mail of ours.
     *
     * @param partner whom it went to
     */
    void heard(Partner partner, MailReport report);
}
