package org.warmhandoff.server.referral.notice;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.intake.ReferralMessage;
import org.warmhandoff.server.delivery.Delivery;
import org.warmhandoff.server.delivery.DeliveryListener;
import org.warmhandoff.server.referral.ReferralWorkflow;
import org.warmhandoff.server.referral.TransitionCommand;
import org.warmhandoff.server.referral.TransitionOutcome;
import org.warmhandoff.server.referral.state.ReferralEvent;

/** Moves a forwarded referral when the programme has it, or can never have it. */
@Component
class ForwardOutcome implements DeliveryListener {

    private static final Logger LOG = LoggerFactory.getLogger(ForwardOutcome.class);

    private final ReferralWorkflow workflow;

    ForwardOutcome(ReferralWorkflow workflow) {
        this.workflow = workflow;
    }

    @Override
    public void delivered(Delivery delivery, String evidence) {
        move(delivery, ReferralEvent.DELIVER);
    }

    @Override
    public void dead(Delivery delivery, String reason) {
        move(delivery, ReferralEvent.FAIL_DELIVERY);
    }

    private void move(Delivery delivery, ReferralEvent event) {
        String task = delivery.taskId();
        boolean newReferral = ReferralForwards.KIND.equals(delivery.kind())
                && ReferralMessage.Event.NEW.code().equals(delivery.payload().get(ReferralForwards.EVENT));
        if (!newReferral || task == null) {
            return;
        }
        TransitionOutcome outcome = workflow.transition(TransitionCommand.bySystem(task, event));
        if (!(outcome instanceof TransitionOutcome.Done)) {
            // Somebody cancelled it meanwhile, or it came through after a replay.
            LOG.info("Task/{} stays as it is after {}", task, event.code());
        }
    }
}
