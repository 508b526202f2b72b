package org.warmhandoff.server.referral.notice;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.disclosure.Way;
import org.warmhandoff.server.outgoing.Disclosure;
import org.warmhandoff.server.outgoing.Disclosures;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.storage.Locks;

/**
 * Whether a partner may know that a referral reached a state, without its content: the question of status notices for
 * its requester, that of forwarding for its owner, no for all others (42 CFR 2.13(c)).
 */
@Component
public class ReferralDisclosure {

    private final DisclosableStatus requesters;
    private final Forwardable owners;
    private final Disclosures disclosures;
    private final PartnerDirectory partners;
    private final StaffTasks staffTasks;
    private final Locks locks;

    ReferralDisclosure(
            DisclosableStatus requesters,
            Forwardable owners,
            Disclosures disclosures,
            PartnerDirectory partners,
            StaffTasks staffTasks,
            Locks locks) {
        this.requesters = requesters;
        this.owners = owners;
        this.disclosures = disclosures;
        this.partners = partners;
        this.staffTasks = staffTasks;
        this.locks = locks;
    }

    /**
     * Asks, and has staff obtain the consent that is missing.
     *
     * @return to be accounted before the partner is told; empty when it may not know, which is accounted
     */
    public Optional<Disclosure> mayKnow(
            String partnerId, ReferralRecord referral, BusinessStatus state, Way way, String occasion) {
        boolean requester = partnerId.equals(referral.requester());
        boolean owner = partnerId.equals(referral.owner());
        Optional<Partner> partner = partners.byId(partnerId).filter(known -> requester || owner);
        if (partner.isEmpty()) {
            return Optional.empty();
        }
        Disclosure disclosure = disclosures.of(partner.get(), way, occasion);
        boolean may = (requester && requesters.open(disclosure, referral, state))
                || (owner && owners.shown(disclosure, referral).isPresent());
        if (!may) {
            staffTasks.obtainConsent(referral, partnerId);
            disclosure.account();
        }
        return Optional.of(disclosure).filter(asked -> may);
    }

    /** Until the caller's transaction ends, nobody decides by consent what is told of these referrals. */
    public void hold(Collection<ReferralRecord> referrals) {
        locks.hold(referrals.stream().map(DisclosableStatus::lockName).toList());
    }

    /** See {@link #hold(Collection)}. */
    public void hold(ReferralRecord referral) {
        hold(List.of(referral));
    }
}
