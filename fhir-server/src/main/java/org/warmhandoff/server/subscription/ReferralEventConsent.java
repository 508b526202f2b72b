package org.warmhandoff.server.subscription;

import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.disclosure.Way;
import org.warmhandoff.server.outgoing.Disclosure;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.referral.ReferralRegister;
import org.warmhandoff.server.referral.notice.ReferralDisclosure;

/** Asks the question that status notices and forwarded referrals ask. */
@Component
class ReferralEventConsent implements EventConsent {

    private final ReferralRegister referrals;
    private final ReferralDisclosure disclosure;

    ReferralEventConsent(ReferralRegister referrals, ReferralDisclosure disclosure) {
        this.referrals = referrals;
        this.disclosure = disclosure;
    }

    @Override
    public void hold(Collection<SubscriptionEvent> events) {
        disclosure.hold(events.stream()
                .map(SubscriptionEvent::task)
                .distinct()
                .<ReferralRecord>flatMap(task -> referrals.byTask(task).stream())
                .toList());
    }

    @Override
    public boolean mayKnow(Subscriber subscriber, SubscriptionEvent event) {
        String occasion = "subscription/" + subscriber.id() + "/delivery/" + event.deliveryId();
        return disclosure(subscriber, event, Way.NOTIFICATION, occasion).isPresent();
    }

    @Override
    public Optional<Disclosure> disclosure(Subscriber subscriber, SubscriptionEvent event, Way way, String occasion) {
        return referrals
                .byTask(event.task())
                .flatMap(referral ->
                        disclosure.mayKnow(subscriber.terms().partner(), referral, event.state(), way, occasion));
    }
}
