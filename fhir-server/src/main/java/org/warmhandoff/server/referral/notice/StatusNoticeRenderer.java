package org.warmhandoff.server.referral.notice;

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
import org.warmhandoff.server.storage.ResourceStore;

/** Writes a status notice in the dialect of the requester's endpoint, with no more than it may be told. */
@Component
class StatusNoticeRenderer implements DeliveryRenderer {

    private final ReferralRegister register;
    private final PartnerDirectory partners;
    private final DisclosableStatus disclosable;
    private final ResourceStore store;
    private final ReferralMessageWriter fhir;
    private final ReferralReplies replies;
    private final ConsultationReplies documents;

    StatusNoticeRenderer(
            ReferralRegister register,
            PartnerDirectory partners,
            DisclosableStatus disclosable,
            ResourceStore store,
            ReferralMessageWriter fhir,
            ReferralReplies replies,
            ConsultationReplies documents) {
        this.register = register;
        this.partners = partners;
        this.disclosable = disclosable;
        this.store = store;
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
        BusinessStatus told = disclosable.of(referral.get(), state.get());
        if (partner.get().endpoint() instanceof PartnerEndpoint.Mllp) {
            return er7(delivery, referral.get(), partner.get(), told);
        } else if (takesDocuments(partner.get())) {
            return document(delivery, referral.get(), partner.get(), told);
        }
        return json(delivery, referral.get(), partner.get(), told);
    }

    private static boolean takesDocuments(Partner partner) {
        return partner.endpoint() instanceof PartnerEndpoint.Folder
                || partner.endpoint() instanceof PartnerEndpoint.Direct;
    }

    private Rendering document(Delivery delivery, ReferralRecord referral, Partner partner, BusinessStatus told) {
        Task task = store.read(Task.class, referral.ids().task()).orElseThrow();
        return new Rendering.Rendered(documents.write(delivery, referral, partner, task, told));
    }

    private Rendering er7(Delivery delivery, ReferralRecord referral, Partner partner, BusinessStatus told) {
        // MSH-10 holds 20 characters in versions before 2.7.
        String controlId = MessageIds.of(delivery).replace("-", "").substring(0, 20);
        Task task = store.read(Task.class, referral.ids().task()).orElseThrow();
        byte[] body = Er7Encoder.encode(replies.write(controlId, delivery.createdAt(), referral, task, told), partner);
        return new Rendering.Rendered(new OutboundMessage(partner, controlId, "x-application/hl7-v2+er7", "", body));
    }

    private Rendering json(Delivery delivery, ReferralRecord referral, Partner partner, BusinessStatus told) {
        String taskId = referral.ids().task();
        List<Resource> task = store.read(Task.class, taskId).<Resource>map(full -> StatusTask.of(full, told)).stream()
                .toList();
        String messageId = MessageIds.of(delivery);
        byte[] body = fhir.write("I13", messageId, "Task/" + taskId, task, Carriage.NONE);
        return new Rendering.Rendered(new OutboundMessage(partner, messageId, "application/fhir+json", "", body));
    }
}
