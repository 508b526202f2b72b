package org.warmhandoff.server.referral.notice;

import java.util.List;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.consent.ConsentsOnFile;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.storage.ResourceStore;

/** Whether a referral may reach the programme that its sender named: where 42 CFR Part 2 binds it, by consent only. */
@Component
class Forwardable {

    private final PartnerDirectory partners;
    private final ConsentsOnFile consents;
    private final ResourceStore store;

    Forwardable(PartnerDirectory partners, ConsentsOnFile consents, ResourceStore store) {
        this.partners = partners;
        this.consents = consents;
        this.store = store;
    }

    boolean to(String partnerId, ReferralRecord referral, List<Resource> resources) {
        return !bound(referral, resources)
                || consents.namesRecipient(referral.ids().patient(), partnerId);
    }

    /** What the message became, as it is now; Provenance is ours. */
    List<Resource> resources(ReferralRecord referral) {
        return referral.created().stream()
                .map(IdType::new)
                .filter(id -> !"Provenance".equals(id.getResourceType()))
                .flatMap(id -> store.read(id).stream())
                .toList();
    }

    private boolean bound(ReferralRecord referral, List<Resource> resources) {
        return partners.byId(referral.requester()).filter(Partner::part2Program).isPresent()
                || resources.stream()
                        .anyMatch(
                                resource -> resource.getMeta().getSecurity(CodeSystems.ACT_CODE, "42CFRPart2") != null);
    }
}
