package org.warmhandoff.server.referral.notice;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.partner.PartnerEndpoint;
import org.warmhandoff.routes.partner.PartnerKind;
import org.warmhandoff.server.delivery.DeliveryOrder;
import org.warmhandoff.server.delivery.DeliveryQueue;
import org.warmhandoff.server.referral.ReferralListener;
import org.warmhandoff.server.referral.ReferralMove;
import org.warmhandoff.server.referral.ReferralRecord;

/** Orders a status notice to the requester for every step of its referral. */
@Component
public class StatusNotices implements ReferralListener {

    static final String KIND = "status-notice";
    static final String STATE = "state";

    private final DeliveryQueue deliveries;
    private final PartnerDirectory partners;

    StatusNotices(DeliveryQueue deliveries, PartnerDirectory partners) {
        this.deliveries = deliveries;
        this.partners = partners;
    }

    @Override
    public void moved(ReferralMove move) {
        order(move.referral(), move.to(), move.key());
    }

    /** Tells the requester the present state once more: it asked, or may know more by now. */
    public void tellAgain(ReferralRecord referral, String occasion) {
        order(referral, referral.state(), referral.ids().task() + "/" + occasion);
    }

    private void order(ReferralRecord referral, BusinessStatus state, String key) {
        Optional<Partner> requester =
                partners.byId(referral.requester()).filter(partner -> hearsStatus(partner, referral));
        requester.ifPresent(partner -> deliveries.enqueue(new DeliveryOrder(
                partner.id(),
                referral.ids().task(),
                KIND,
                referral.ids().task(),
                Map.of(STATE, state.code()),
                KIND + "/" + key)));
    }

    /** A court is sent packages instead; a folder or mailbox gets a notice only where the referral came as a document. */
    private static boolean hearsStatus(Partner partner, ReferralRecord referral) {
        boolean document = referral.dialect() == Dialect.CCDA && partner.kind() != PartnerKind.COURT;
        boolean takesDocuments = partner.endpoint() instanceof PartnerEndpoint.Folder
                || partner.endpoint() instanceof PartnerEndpoint.Direct;
        return partner.endpoint() instanceof PartnerEndpoint.Mllp
                || partner.endpoint() instanceof PartnerEndpoint.Fhir
                || document && takesDocuments;
    }
}
