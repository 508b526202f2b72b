package org.warmhandoff.server.ledger;

import org.springframework.stereotype.Component;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;

/** How recipients are called now; who is no partner any more keeps its id. */
@Component
class RecipientNames {

    private final PartnerDirectory partners;

    RecipientNames(PartnerDirectory partners) {
        this.partners = partners;
    }

    String of(String organisation) {
        return partners.byId(organisation).map(Partner::name).orElse(organisation);
    }
}
