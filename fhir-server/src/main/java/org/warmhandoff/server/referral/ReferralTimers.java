package org.warmhandoff.server.referral;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.referral.state.ReferralEvent;
import org.warmhandoff.server.timers.RecurringWork;

/** Expires referrals whose period (RF1-8, {@code Task.restriction.period}) is over. */
@Component
class ReferralTimers implements RecurringWork {

    private static final Logger LOG = LoggerFactory.getLogger(ReferralTimers.class);
    private static final int BATCH = 100;

    private final ReferralRegister register;
    private final ReferralWorkflow workflow;

    ReferralTimers(ReferralRegister register, ReferralWorkflow workflow) {
        this.register = register;
        this.workflow = workflow;
    }

    @Override
    public String name() {
        return "expire-referrals";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        for (String task : register.expired(BATCH)) {
            TransitionOutcome outcome = workflow.transition(TransitionCommand.bySystem(task, ReferralEvent.EXPIRE));
            if (!(outcome instanceof TransitionOutcome.Done)) {
                LOG.warn("Task/{} could not expire", task);
                register.disarm(task);
            }
        }
    }
}
