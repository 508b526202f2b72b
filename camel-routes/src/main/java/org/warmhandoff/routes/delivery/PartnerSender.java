package org.warmhandoff.routes.delivery;

import org.warmhandoff.routes.partner.PartnerEndpoint;

/** Sends over one type of endpoint. Blocks until the partner answered or the attempt timed out; never throws for it. */
public interface PartnerSender {

    boolean serves(PartnerEndpoint endpoint);

    DeliveryResult send(OutboundMessage message);
}
