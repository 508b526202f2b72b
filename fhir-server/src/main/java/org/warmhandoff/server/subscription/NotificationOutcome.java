package org.warmhandoff.server.subscription;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.delivery.Delivery;
import org.warmhandoff.server.delivery.DeliveryListener;
import org.warmhandoff.server.referral.ReferralWorkflow;
import org.warmhandoff.server.referral.TransitionCommand;
import org.warmhandoff.server.referral.TransitionOutcome;
import org.warmhandoff.server.referral.state.ReferralEvent;

/** What a notification that arrived, or that never will, means for its subscription and its referral. */
@Component
class NotificationOutcome implements DeliveryListener {

    private static final Logger LOG = LoggerFactory.getLogger(NotificationOutcome.class);

    private final SubscriptionLife life;
    private final EventLog events;
    private final ReferralWorkflow workflow;

    NotificationOutcome(SubscriptionLife life, EventLog events, ReferralWorkflow workflow) {
        this.life = life;
        this.events = events;
        this.workflow = workflow;
    }

    @Override
    public void delivered(Delivery delivery, String evidence) {
        if (isOurs(delivery)) {
            life.answered(subscription(delivery));
        }
    }

    @Override
    public void dead(Delivery delivery, String reason) {
        if (isOurs(delivery)) {
            life.failed(subscription(delivery), reason);
            failReferral(delivery);
        }
    }

    private static boolean isOurs(Delivery delivery) {
        return delivery.payload().containsKey(Notifications.SUBSCRIPTION);
    }

    private static String subscription(Delivery delivery) {
        return delivery.payload().getOrDefault(Notifications.SUBSCRIPTION, "");
    }

    /** An owner that is told instead of being sent the referral says itself that it has it; or it never will. */
    private void failReferral(Delivery delivery) {
        String task = delivery.taskId();
        if (task == null
                || events.byDelivery(delivery.id())
                        .filter(SubscriptionEvent::announces)
                        .isEmpty()) {
            return;
        }
        TransitionOutcome outcome = workflow.transition(TransitionCommand.bySystem(task, ReferralEvent.FAIL_DELIVERY));
        if (!(outcome instanceof TransitionOutcome.Done)) {
            // The owner found it by polling, or somebody cancelled it meanwhile.
            LOG.info("Task/{} stays as it is: its owner is not told", task);
        }
    }
}
