package org.warmhandoff.routes.forward;

import org.warmhandoff.routes.delivery.OutboundMessage;
import org.warmhandoff.routes.partner.PartnerEndpoint;

/** Writes referrals for one type of endpoint. Pure and thread-safe; the same referral gives the same bytes. */
public interface ReferralWriter {

    boolean writesFor(PartnerEndpoint endpoint);

    OutboundMessage write(ForwardedReferral referral);
}
