package org.warmhandoff.server.referral.notice;

import java.util.List;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.referral.ReferralWorkflow;
import org.warmhandoff.server.referral.TransitionCommand;
import org.warmhandoff.server.referral.state.ReferralEvent;
import org.warmhandoff.server.storage.Locks;

/** What a consent does to a referral itself. */
@Component
class ConsentFollowUp {

    private final Locks locks;
    private final ReferralWorkflow workflow;

    ConsentFollowUp(Locks locks, ReferralWorkflow workflow) {
        this.locks = locks;
        this.workflow = workflow;
    }

    /** The referral as it is once nobody tells the requester anything at the same time, or moves the referral. */
    ReferralRecord locked(ReferralRecord referral) {
        locks.hold(List.of(DisclosableStatus.lockName(referral)));
        return workflow.held(referral.ids().task()).orElse(referral);
    }

    /** The wait for a consent is over. */
    void goOn(ReferralRecord referral) {
        workflow.transition(TransitionCommand.bySystem(referral.ids().task(), ReferralEvent.CONSENT_RECEIVED));
    }
}
