package org.warmhandoff.server.referral.notice;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.delivery.OutboundMessage;
import org.warmhandoff.routes.fhir.ReferralMessageWriter;
import org.warmhandoff.routes.forward.ForwardedReferral;
import org.warmhandoff.routes.forward.ReferralContent;
import org.warmhandoff.routes.forward.ReferralWriter;
import org.warmhandoff.routes.intake.ReferralMessage.Event;
import org.warmhandoff.routes.notice.Carriage;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.partner.PartnerEndpoint;
import org.warmhandoff.routes.partner.PartnerKind;
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
    private final ReferralMessageWriter fhir;
    private final List<ReferralWriter> writers;

    ForwardRenderer(
            ReferralRegister register,
            PartnerDirectory partners,
            Forwardable forwardable,
            StaffTasks staffTasks,
            ReferralMessageWriter fhir,
            List<ReferralWriter> writers) {
        this.register = register;
        this.partners = partners;
        this.forwardable = forwardable;
        this.staffTasks = staffTasks;
        this.fhir = fhir;
        this.writers = List.copyOf(writers);
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
        }
        Optional<ReferralWriter> writer = writer(partner.get());
        if (writer.isEmpty() && !(partner.get().endpoint() instanceof PartnerEndpoint.Fhir)) {
            return new Rendering.Unrenderable("endpoint-type");
        }
        List<Resource> resources = forwardable.resources(referral.get());
        if (!forwardable.to(partner.get().id(), referral.get(), resources)) {
            staffTasks.obtainConsent(referral.get(), partner.get().id());
            return new Rendering.Withheld(NO_CONSENT);
        }
        return new Rendering.Rendered(
                writer.map(one -> one.write(forwarded(delivery, referral.get(), partner.get(), resources)))
                        .orElseGet(() -> message(delivery, referral.get(), partner.get(), resources)));
    }

    /** A court orders treatment; nobody refers to it. */
    private Optional<ReferralWriter> writer(Partner partner) {
        PartnerEndpoint endpoint = partner.endpoint();
        return endpoint == null || partner.kind() == PartnerKind.COURT
                ? Optional.empty()
                : writers.stream().filter(one -> one.writesFor(endpoint)).findFirst();
    }

    private OutboundMessage message(
            Delivery delivery, ReferralRecord referral, Partner partner, List<Resource> resources) {
        String messageId = MessageIds.of(delivery);
        byte[] body = fhir.write(
                event(delivery).code(), messageId, "Task/" + referral.ids().task(), resources, Carriage.NONE);
        return new OutboundMessage(partner, messageId, "application/fhir+json", "", body);
    }

    private ForwardedReferral forwarded(
            Delivery delivery, ReferralRecord referral, Partner partner, List<Resource> resources) {
        return new ForwardedReferral(
                event(delivery),
                UUID.fromString(MessageIds.of(delivery)),
                delivery.createdAt(),
                partners.byId(referral.requester()).orElse(partner),
                partner,
                ReferralContent.of(resources),
                Carriage.NONE);
    }

    private static Event event(Delivery delivery) {
        return Event.ofCode(delivery.payload().getOrDefault(ReferralForwards.EVENT, "I12"))
                .orElse(Event.NEW);
    }
}
