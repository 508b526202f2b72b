package org.warmhandoff.server.referral.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.labels.SecurityLabels;
import org.warmhandoff.server.outgoing.Disclosure;
import org.warmhandoff.server.part2.Decision;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.storage.ResourceStore;

/** What of a referral may reach the programme that its sender named: where 42 CFR Part 2 binds it, by consent only. */
@Component
class Forwardable {

    /** No consent for a referral lets these out, so they stay behind and hold up nothing. */
    private static final Set<String> NOTES_AND_ROSTERS = Set.of("1", "13");

    private static final Set<String> CORE = Set.of("Task", "ServiceRequest", "Patient");

    private final PartnerDirectory partners;
    private final ResourceStore store;

    Forwardable(PartnerDirectory partners, ResourceStore store) {
        this.partners = partners;
        this.store = store;
    }

    /** What the message became, as it is now and may be shown; empty when it may not go, for a part of it is no referral. */
    Optional<List<Resource>> shown(Disclosure disclosure, ReferralRecord referral) {
        boolean protectedSource = partners.byId(referral.requester())
                .filter(Partner::part2Program)
                .isPresent();
        List<Resource> shown = new ArrayList<>();
        boolean whole = true;
        List<Resource> all = resources(referral);
        for (Resource resource : all) {
            if (Parts.isOne(resource)) {
                continue;
            }
            SecurityLabels.fromSource(resource, protectedSource);
            Decision decision = disclosure.ask(resource);
            disclosure.show(resource).ifPresent(shown::add);
            whole &= !(decision instanceof Decision.Deny denied) || mayStayBehind(resource, denied);
        }
        if (!whole) {
            return Optional.empty();
        }
        shown.addAll(Parts.of(shown, all));
        return Optional.of(shown);
    }

    private static boolean mayStayBehind(Resource resource, Decision.Deny denied) {
        return NOTES_AND_ROSTERS.contains(denied.grounds().rule()) && !CORE.contains(resource.fhirType());
    }

    /** Provenance is ours. */
    private List<Resource> resources(ReferralRecord referral) {
        return referral.created().stream()
                .map(IdType::new)
                .filter(id -> !"Provenance".equals(id.getResourceType()))
                .flatMap(id -> store.read(id).stream())
                .toList();
    }
}
