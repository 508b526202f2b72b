package org.warmhandoff.server.subscription;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.referral.ReferralChange;
import org.warmhandoff.server.referral.ReferralListener;
import org.warmhandoff.server.referral.ReferralMove;
import org.warmhandoff.server.referral.ReferralRecord;

/** Orders a notification for each subscription of requester and owner that a step of a referral fits. */
@Component
class ReferralEvents implements ReferralListener {

    private final SubscriptionRegister register;
    private final SubscriptionLife life;
    private final Notifications notifications;
    private final PartnerDirectory partners;
    private final Clock clock;

    ReferralEvents(
            SubscriptionRegister register,
            SubscriptionLife life,
            Notifications notifications,
            PartnerDirectory partners,
            Clock clock) {
        this.register = register;
        this.life = life;
        this.notifications = notifications;
        this.partners = partners;
        this.clock = clock;
    }

    @Override
    public void moved(ReferralMove move) {
        subscribers(move.referral()).forEach(subscriber -> {
            if (subscriber.wants(move.referral(), move.to(), clock.instant())) {
                boolean announces = subscriber.configured()
                        && move.event() == null
                        && subscriber.terms().partner().equals(move.referral().owner());
                notifications.event(subscriber, move.referral().ids().task(), move.to(), announces, move.key());
            }
        });
    }

    /** The topic is the status; but who gets nothing else must hear that there is something to read. */
    @Override
    public void changed(ReferralChange change) {
        ReferralRecord referral = change.referral();
        partners.byId(referral.owner())
                .flatMap(life::configured)
                .ifPresent(subscriber -> notifications.event(
                        subscriber,
                        referral.ids().task(),
                        referral.state(),
                        false,
                        referral.ids().task() + "/" + change.occasion()));
    }

    private List<Subscriber> subscribers(ReferralRecord referral) {
        Map<String, Partner> parties = new HashMap<>();
        Stream.of(referral.requester(), referral.owner())
                .flatMap(id -> partners.byId(id).stream())
                .forEach(partner -> parties.put(partner.id(), partner));
        parties.values().forEach(life::configured);
        return register.ofPartners(parties.keySet()).stream()
                .filter(subscriber -> upToDate(subscriber, parties))
                .toList();
    }

    private static boolean upToDate(Subscriber subscriber, Map<String, Partner> parties) {
        Partner partner = parties.get(subscriber.terms().partner());
        return partner != null && SubscriptionPartners.upToDate(subscriber, partner);
    }
}
