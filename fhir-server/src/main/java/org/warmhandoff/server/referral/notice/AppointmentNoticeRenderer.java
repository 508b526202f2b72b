package org.warmhandoff.server.referral.notice;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.hl7.fhir.r4.model.Appointment;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.delivery.OutboundMessage;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
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

    AppointmentNoticeRenderer(
            ReferralRegister register,
            PartnerDirectory partners,
            ConsentsOnFile consents,
            StaffTasks staffTasks,
            ResourceStore store,
            ReferralReplies replies) {
        this.register = register;
        this.partners = partners;
        this.consents = consents;
        this.staffTasks = staffTasks;
        this.store = store;
        this.replies = replies;
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
        byte[] body = replies.writeAppointment(
                        controlId,
                        delivery.createdAt(),
                        referral.get(),
                        delivery.payload().getOrDefault(AppointmentNotices.EVENT, "S12"),
                        appointment.get())
                .getBytes(StandardCharsets.UTF_8);
        return new Rendering.Rendered(
                new OutboundMessage(partner.get(), controlId, "x-application/hl7-v2+er7", "", body));
    }
}
