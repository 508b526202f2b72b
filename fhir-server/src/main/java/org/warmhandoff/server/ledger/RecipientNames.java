package org.warmhandoff.server.ledger;

import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.storage.ResourceStore;

/** How recipients are called now; who is no partner any more keeps its id. */
@Component
class RecipientNames {

    private final PartnerDirectory partners;
    private final ResourceStore store;

    RecipientNames(PartnerDirectory partners, ResourceStore store) {
        this.partners = partners;
        this.store = store;
    }

    String of(String organisation) {
        return partners.byId(organisation).map(Partner::name).orElse(organisation);
    }

    /** Which partner is meant, by its own id or by its Organization. */
    String id(@Nullable String type, String id) {
        if (!"Organization".equals(type)) {
            return id;
        }
        return store.read(Organization.class, id)
                .flatMap(found -> found.getIdentifier().stream()
                        .filter(identifier -> Canonical.PARTNER.equals(identifier.getSystem()))
                        .map(Identifier::getValue)
                        .findFirst())
                .orElse(id);
    }
}
