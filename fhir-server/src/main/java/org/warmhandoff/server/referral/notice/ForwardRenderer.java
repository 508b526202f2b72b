package org.warmhandoff.server.referral.notice;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.delivery.OutboundMessage;
import org.warmhandoff.routes.fhir.ReferralMessageWriter;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.partner.PartnerEndpoint;
import org.warmhandoff.server.delivery.Delivery;
import org.warmhandoff.server.delivery.DeliveryRenderer;
import org.warmhandoff.server.delivery.MessageIds;
import org.warmhandoff.server.delivery.Rendering;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.referral.ReferralRegister;

/**
 * Writes a referral for the programme that its sender named. That is the sender's own disclosure; it is withheld only
 * where 42 CFR Part 2 binds the content and no consent names the receiver.
 */
@Component
class ForwardRenderer implements DeliveryRenderer {

    private static final String NO_CONSENT = "consent";

    private final ReferralRegister register;
    private final PartnerDirectory partners;
    private final Forwardable forwardable;
    private final StaffTasks staffTasks;
    private final ReferralMessageWriter writer;

    ForwardRenderer(
            ReferralRegister register,
            PartnerDirectory partners,
            Forwardable forwardable,
            StaffTasks staffTasks,
            ReferralMessageWriter writer) {
        this.register = register;
        this.partners = partners;
        this.forwardable = forwardable;
        this.staffTasks = staffTasks;
        this.writer = writer;
    }

    @Override
    public boolean renders(String kind) {
        return kind.equals(ReferralForwards.KIND);
    }

    @Override
    public Rendering render(Delivery delivery) {
        Optional<ReferralRecord> referral =
                Optional.ofNullable(delivery.taskId()).flatMap(register::byTask);
        Optional<Partner> partner = partners.byId(delivery.partnerId());
        if (referral.isEmpty() || partner.isEmpty()) {
            return new Rendering.Unrenderable("unknown");
        } else if (!(partner.get().endpoint() instanceof PartnerEndpoint.Fhir)) {
            return new Rendering.Unrenderable("endpoint-type");
        }
        List<Resource> resources = forwardable.resources(referral.get());
        if (!forwardable.to(partner.get().id(), referral.get(), resources)) {
            staffTasks.obtainConsent(referral.get(), partner.get().id());
            return new Rendering.Withheld(NO_CONSENT);
        }
        String event = delivery.payload().getOrDefault(ReferralForwards.EVENT, "I12");
        String messageId = MessageIds.of(delivery);
        byte[] body =
                writer.write(event, messageId, "Task/" + referral.get().ids().task(), resources);
        return new Rendering.Rendered(new OutboundMessage(partner.get(), messageId, "application/fhir+json", "", body));
    }
}
