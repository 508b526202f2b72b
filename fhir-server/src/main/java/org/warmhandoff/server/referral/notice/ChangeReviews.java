package org.warmhandoff.server.referral.notice;

import org.springframework.stereotype.Component;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.referral.ReferralChange;
import org.warmhandoff.server.referral.ReferralListener;
import org.warmhandoff.server.referral.ReferralMove;

/** Puts a changed referral on the worklist of a programme that works here. */
@Component
class ChangeReviews implements ReferralListener {

    private final PartnerDirectory partners;
    private final StaffTasks staffTasks;

    ChangeReviews(PartnerDirectory partners, StaffTasks staffTasks) {
        this.partners = partners;
        this.staffTasks = staffTasks;
    }

    @Override
    public void moved(ReferralMove move) {
        // Who works here sees the state itself.
    }

    @Override
    public void changed(ReferralChange change) {
        partners.byId(change.referral().owner())
                .filter(Partner::hosted)
                .ifPresent(owner -> staffTasks.reviewChange(change.referral(), change.occasion()));
    }
}
