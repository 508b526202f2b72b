package org.warmhandoff.routes.delivery;

import java.util.List;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerEndpoint;

/** Tries out one type of endpoint. Sends nothing about any client and leaves nothing behind; never throws for it. */
public interface PartnerProbe {

    boolean probes(PartnerEndpoint endpoint);

    /** Only whether it is there and lets us in. */
    List<ProbeStep> connect(Partner partner);

    /** That, and whether it does what a partner must: steps after the first failure that they need are left out. */
    List<ProbeStep> check(Partner partner);
}
