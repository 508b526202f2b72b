package org.warmhandoff.server.subscription;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.server.timers.RecurringWork;

/** Sends signs of life to subscribers that heard nothing for their heartbeat's period, and ends what is over. */
@Component
class SubscriptionTimers implements RecurringWork {

    private final SubscriptionRegister register;
    private final SubscriptionLife life;
    private final Notifications notifications;
    private final TransactionTemplate transaction;

    SubscriptionTimers(
            SubscriptionRegister register,
            SubscriptionLife life,
            Notifications notifications,
            TransactionTemplate transaction) {
        this.register = register;
        this.life = life;
        this.notifications = notifications;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "subscription-heartbeats";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        transaction.executeWithoutResult(status -> register.ended().forEach(life::end));
        transaction.executeWithoutResult(status -> register.silent().forEach(notifications::heartbeat));
    }
}
