package org.warmhandoff.routes.forward;

import java.time.Instant;
import java.util.UUID;
import org.warmhandoff.routes.intake.ReferralMessage.Event;
import org.warmhandoff.routes.notice.Carriage;
import org.warmhandoff.routes.partner.Partner;

/**
 * A referral for the partner that is to perform it.
 *
 * @param event new, changed or cancelled
 * @param messageId the same on every retry
 * @param at when it was ordered to be sent: with it and the id, retries are byte for byte the same
 * @param requester whose referral it is
 * @param carriage what goes along with it
 */
public record ForwardedReferral(
        Event event,
        UUID messageId,
        Instant at,
        Partner requester,
        Partner receiver,
        ReferralContent content,
        Carriage carriage) {}
