package org.warmhandoff.server.referral.notice;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.BusinessStatus;
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
    private final StaffTasks staffTasks;
    private final Locks locks;

    ReferralDisclosure(DisclosableStatus requesters, Forwardable owners, StaffTasks staffTasks, Locks locks) {
        this.requesters = requesters;
        this.owners = owners;
        this.staffTasks = staffTasks;
        this.locks = locks;
    }

    /** Asks, and has staff obtain the consent that is missing. */
    public boolean mayKnow(String partnerId, ReferralRecord referral, BusinessStatus state) {
        boolean requester = partnerId.equals(referral.requester());
        boolean owner = partnerId.equals(referral.owner());
        boolean may = (requester && requesters.open(referral, state))
                || (owner && owners.to(partnerId, referral, owners.resources(referral)));
        if (!may && (requester || owner)) {
            staffTasks.obtainConsent(referral, partnerId);
        }
        return may;
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
