package org.warmhandoff.server.referral.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.routes.delivery.OutboundMessage;
import org.warmhandoff.routes.fhir.ReferralMessageWriter;
import org.warmhandoff.routes.fhir.StatusTask;
import org.warmhandoff.routes.hl7v2.Er7Encoder;
import org.warmhandoff.routes.notice.Carriage;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.partner.PartnerEndpoint;
import org.warmhandoff.server.delivery.Delivery;
import org.warmhandoff.server.delivery.DeliveryRenderer;
import org.warmhandoff.server.delivery.MessageIds;
import org.warmhandoff.server.delivery.Rendering;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.referral.ReferralRegister;

/** Writes a status notice in the dialect of the requester's endpoint, with no more than it may be told. */
@Component
class StatusNoticeRenderer implements DeliveryRenderer {

    private final ReferralRegister register;
    private final PartnerDirectory partners;
    private final DisclosableStatus disclosable;
    private final ReferralMessageWriter fhir;
    private final ReferralReplies replies;
    private final ConsultationReplies documents;

    StatusNoticeRenderer(
            ReferralRegister register,
            PartnerDirectory partners,
            DisclosableStatus disclosable,
            ReferralMessageWriter fhir,
            ReferralReplies replies,
            ConsultationReplies documents) {
        this.register = register;
        this.partners = partners;
        this.disclosable = disclosable;
        this.fhir = fhir;
        this.replies = replies;
        this.documents = documents;
    }

    @Override
    public boolean renders(String kind) {
        return kind.equals(StatusNotices.KIND);
    }

    @Override
    public Rendering render(Delivery delivery) {
        Optional<ReferralRecord> referral =
                Optional.ofNullable(delivery.taskId()).flatMap(register::byTask);
        Optional<Partner> partner = partners.byId(delivery.partnerId());
        Optional<BusinessStatus> state =
                BusinessStatus.ofCode(delivery.payload().getOrDefault(StatusNotices.STATE, ""));
        if (referral.isEmpty() || partner.isEmpty() || state.isEmpty()) {
            return new Rendering.Unrenderable("unknown");
        }
        return rendered(
                delivery,
                referral.get(),
                disclosable.of(delivery, partner.get(), referral.get(), state.get()),
                partner.get());
    }

    private Rendering rendered(
            Delivery delivery, ReferralRecord referral, DisclosableStatus.Told told, Partner partner) {
        if (told.hidden()) {
            return told.disclosure().withheld("consent");
        }
        OutboundMessage message;
        if (partner.endpoint() instanceof PartnerEndpoint.Mllp) {
            message = er7(delivery, referral, partner, told);
        } else if (takesDocuments(partner)) {
            message = documents.write(delivery, referral, partner, told);
        } else {
            message = json(delivery, referral, partner, told);
        }
        return told.disclosure().rendered(message);
    }

    private static boolean takesDocuments(Partner partner) {
        return partner.endpoint() instanceof PartnerEndpoint.Folder
                || partner.endpoint() instanceof PartnerEndpoint.Direct;
    }

    private OutboundMessage er7(
            Delivery delivery, ReferralRecord referral, Partner partner, DisclosableStatus.Told told) {
        // MSH-10 holds 20 characters in versions before 2.7.
        String controlId = MessageIds.of(delivery).replace("-", "").substring(0, 20);
        byte[] body = Er7Encoder.encode(replies.write(controlId, delivery.createdAt(), referral, told), partner);
        return new OutboundMessage(partner, controlId, "x-application/hl7-v2+er7", "", body);
    }

    private OutboundMessage json(
            Delivery delivery, ReferralRecord referral, Partner partner, DisclosableStatus.Told told) {
        Carriage carriage = told.disclosure().carriage();
        Task task = StatusTask.of(told.task(), told.status());
        if (carriage.noticed()) {
            // Labels stay on what they protect.
            task.getMeta().setSecurity(told.task().getMeta().getSecurity());
        }
        List<Resource> resources = new ArrayList<>(List.of(task));
        resources.addAll(told.disclosure().copies());
        String messageId = MessageIds.of(delivery);
        byte[] body = fhir.write("I13", messageId, "Task/" + referral.ids().task(), resources, carriage);
        return new OutboundMessage(partner, messageId, "application/fhir+json", "", body);
    }
}
