package org.warmhandoff.server.referral.notice;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.intake.ReferralMessage;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.partner.PartnerEndpoint;
import org.warmhandoff.server.delivery.DeliveryOrder;
import org.warmhandoff.server.delivery.DeliveryQueue;
import org.warmhandoff.server.referral.ReferralChange;
import org.warmhandoff.server.referral.ReferralListener;
import org.warmhandoff.server.referral.ReferralMove;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.referral.state.ReferralEvent;

/** Orders the referral itself, and its cancellation, to a programme whose worklist is not here. */
@Component
class ReferralForwards implements ReferralListener {

    static final String KIND = "referral-forward";
    static final String EVENT = "event";

    private static final Set<ReferralEvent> CANCELLATIONS =
            Set.of(ReferralEvent.REQUEST_CANCEL, ReferralEvent.WITHDRAW, ReferralEvent.EXPIRE);

    private final DeliveryQueue deliveries;
    private final PartnerDirectory partners;

    ReferralForwards(DeliveryQueue deliveries, PartnerDirectory partners) {
        this.deliveries = deliveries;
        this.partners = partners;
    }

    @Override
    public void changed(ReferralChange change) {
        partners.byId(change.referral().owner())
                .filter(ReferralForwards::takesMessages)
                .ifPresent(owner -> deliveries.enqueue(order(
                        owner,
                        change.referral(),
                        ReferralMessage.Event.MODIFY.code(),
                        change.referral().ids().task() + "/" + change.occasion())));
    }

    @Override
    public void moved(ReferralMove move) {
        Optional<Partner> owner = partners.byId(move.referral().owner()).filter(ReferralForwards::takesMessages);
        String message = message(move.event());
        if (owner.isPresent() && message != null) {
            deliveries.enqueue(order(owner.get(), move.referral(), message, move.key()));
        }
    }

    /** Who works on Tasks here is notified, or polls. */
    private static boolean takesMessages(Partner owner) {
        return !owner.hosted() && !(owner.endpoint() instanceof PartnerEndpoint.TaskExchange);
    }

    private static DeliveryOrder order(Partner owner, ReferralRecord referral, String event, String key) {
        String task = referral.ids().task();
        return new DeliveryOrder(owner.id(), task, KIND, task, Map.of(EVENT, event), KIND + "/" + key);
    }

    /** @param event null for a new referral */
    private static @Nullable String message(@Nullable ReferralEvent event) {
        if (event == null) {
            return ReferralMessage.Event.NEW.code();
        }
        return CANCELLATIONS.contains(event) ? ReferralMessage.Event.CANCEL.code() : null;
    }
}
