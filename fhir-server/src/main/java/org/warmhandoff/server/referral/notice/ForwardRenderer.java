package org.warmhandoff.server.referral.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.delivery.OutboundMessage;
import org.warmhandoff.routes.fhir.ReferralMessageWriter;
import org.warmhandoff.routes.forward.ForwardedReferral;
import org.warmhandoff.routes.forward.ReferralContent;
import org.warmhandoff.routes.forward.ReferralWriter;
import org.warmhandoff.routes.intake.ReferralMessage.Event;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.partner.PartnerEndpoint;
import org.warmhandoff.routes.partner.PartnerKind;
import org.warmhandoff.server.delivery.Delivery;
import org.warmhandoff.server.delivery.DeliveryRenderer;
import org.warmhandoff.server.delivery.MessageIds;
import org.warmhandoff.server.delivery.Rendering;
import org.warmhandoff.server.outgoing.Disclosure;
import org.warmhandoff.server.outgoing.Disclosures;
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
    private final Disclosures disclosures;
    private final StaffTasks staffTasks;
    private final ReferralMessageWriter fhir;
    private final List<ReferralWriter> writers;

    ForwardRenderer(
            ReferralRegister register,
            PartnerDirectory partners,
            Forwardable forwardable,
            Disclosures disclosures,
            StaffTasks staffTasks,
            ReferralMessageWriter fhir,
            List<ReferralWriter> writers) {
        this.register = register;
        this.partners = partners;
        this.forwardable = forwardable;
        this.disclosures = disclosures;
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
        Disclosure disclosure = disclosures.of(delivery, partner.get());
        Optional<List<Resource>> resources = forwardable.shown(disclosure, referral.get());
        if (resources.isEmpty()) {
            staffTasks.obtainConsent(referral.get(), partner.get().id());
            return disclosure.withheld(NO_CONSENT);
        }
        Forward forward = new Forward(delivery, referral.get(), partner.get(), resources.get(), disclosure);
        return disclosure.rendered(
                writer.map(one -> one.write(forwarded(forward))).orElseGet(() -> message(forward)));
    }

    private record Forward(
            Delivery delivery,
            ReferralRecord referral,
            Partner partner,
            List<Resource> resources,
            Disclosure disclosure) {}

    /** A court orders treatment; nobody refers to it. */
    private Optional<ReferralWriter> writer(Partner partner) {
        PartnerEndpoint endpoint = partner.endpoint();
        return endpoint == null || partner.kind() == PartnerKind.COURT
                ? Optional.empty()
                : writers.stream().filter(one -> one.writesFor(endpoint)).findFirst();
    }

    private OutboundMessage message(Forward forward) {
        String messageId = MessageIds.of(forward.delivery());
        List<Resource> resources = new ArrayList<>(forward.resources());
        Set<String> sent = forward.resources().stream()
                .map(resource -> resource.getIdElement().getIdPart())
                .collect(Collectors.toSet());
        // A consent that came with the referral goes as it came.
        forward.disclosure().copies().stream()
                .filter(copy -> !sent.contains(copy.getIdElement().getIdPart()))
                .forEach(resources::add);
        byte[] body = fhir.write(
                event(forward.delivery()).code(),
                messageId,
                "Task/" + forward.referral().ids().task(),
                resources,
                forward.disclosure().carriage());
        return new OutboundMessage(forward.partner(), messageId, "application/fhir+json", "", body);
    }

    private ForwardedReferral forwarded(Forward forward) {
        return new ForwardedReferral(
                event(forward.delivery()),
                UUID.fromString(MessageIds.of(forward.delivery())),
                forward.delivery().createdAt(),
                partners.byId(forward.referral().requester()).orElse(forward.partner()),
                forward.partner(),
                ReferralContent.of(forward.resources()),
                forward.disclosure().carriage());
    }

    private static Event event(Delivery delivery) {
        return Event.ofCode(delivery.payload().getOrDefault(ReferralForwards.EVENT, "I12"))
                .orElse(Event.NEW);
    }
}
