package org.warmhandoff.server.referral.notice;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.ccda.xdm.XdmPart;
import org.warmhandoff.routes.delivery.OutboundMessage;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.partner.PartnerEndpoint;
import org.warmhandoff.server.consent.ConsentsOnFile;
import org.warmhandoff.server.delivery.Delivery;
import org.warmhandoff.server.delivery.DeliveryRenderer;
import org.warmhandoff.server.delivery.MessageIds;
import org.warmhandoff.server.delivery.Rendering;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.referral.ReferralRegister;
import org.warmhandoff.server.storage.ResourceStore;

/** Writes the news of an intake appointment; that there is one says that the client is in treatment, so consent decides. */
@Component
class AppointmentNoticeRenderer implements DeliveryRenderer {

    private final ReferralRegister register;
    private final PartnerDirectory partners;
    private final ConsentsOnFile consents;
    private final StaffTasks staffTasks;
    private final ResourceStore store;
    private final ReferralReplies replies;
    private final ConsultationReplies packages;

    AppointmentNoticeRenderer(
            ReferralRegister register,
            PartnerDirectory partners,
            ConsentsOnFile consents,
            StaffTasks staffTasks,
            ResourceStore store,
            ReferralReplies replies,
            ConsultationReplies packages) {
        this.register = register;
        this.partners = partners;
        this.consents = consents;
        this.staffTasks = staffTasks;
        this.store = store;
        this.replies = replies;
        this.packages = packages;
    }

    @Override
    public boolean renders(String kind) {
        return kind.equals(AppointmentNotices.KIND);
    }

    @Override
    public Rendering render(Delivery delivery) {
        Optional<ReferralRecord> referral =
                Optional.ofNullable(delivery.taskId()).flatMap(register::byTask);
        Optional<Partner> partner = partners.byId(delivery.partnerId());
        Optional<Appointment> appointment =
                store.read(Appointment.class, delivery.payload().getOrDefault(AppointmentNotices.APPOINTMENT, ""));
        if (referral.isEmpty() || partner.isEmpty() || appointment.isEmpty()) {
            return new Rendering.Unrenderable("unknown");
        }
        if (!consents.namesRecipient(
                referral.get().ids().patient(), partner.get().id())) {
            staffTasks.obtainConsent(referral.get(), partner.get().id());
            return new Rendering.Withheld("consent");
        }
        // MSH-10 holds 20 characters in versions before 2.7.
        String controlId = MessageIds.of(delivery).replace("-", "").substring(0, 20);
        String event = delivery.payload().getOrDefault(AppointmentNotices.EVENT, "S12");
        String siu =
                replies.writeAppointment(controlId, delivery.createdAt(), referral.get(), event, appointment.get());
        byte[] body = siu.getBytes(StandardCharsets.UTF_8);
        return new Rendering.Rendered(
                partner.get().endpoint() instanceof PartnerEndpoint.Direct
                        ? packages.appointment(
                                delivery,
                                referral.get(),
                                partner.get(),
                                store.read(Task.class, referral.get().ids().task())
                                        .orElseThrow(),
                                XdmPart.er7("SIU", event, body))
                        : new OutboundMessage(partner.get(), controlId, "x-application/hl7-v2+er7", "", body));
    }
}
