package org.warmhandoff.server.referral.notice;

import java.util.Optional;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.ccda.xdm.XdmPart;
import org.warmhandoff.routes.delivery.OutboundMessage;
import org.warmhandoff.routes.partner.PartnerEndpoint;
import org.warmhandoff.server.delivery.Delivery;
import org.warmhandoff.server.delivery.DeliveryRenderer;
import org.warmhandoff.server.delivery.Rendering;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.referral.ReferralRegister;
import org.warmhandoff.server.storage.ResourceStore;

/** Writes the news of an intake appointment. */
@Component
class AppointmentNoticeRenderer implements DeliveryRenderer {

    private final ConsentedNotice notice;
    private final ResourceStore store;
    private final ReferralReplies replies;
    private final ConsultationReplies packages;
    private final ReferralRegister register;

    AppointmentNoticeRenderer(
            ConsentedNotice notice,
            ResourceStore store,
            ReferralReplies replies,
            ConsultationReplies packages,
            ReferralRegister register) {
        this.packages = packages;
        this.register = register;
        this.notice = notice;
        this.store = store;
        this.replies = replies;
    }

    @Override
    public boolean renders(String kind) {
        return kind.equals(AppointmentNotices.KIND);
    }

    @Override
    public Rendering render(Delivery delivery) {
        String id = delivery.payload().getOrDefault(AppointmentNotices.APPOINTMENT, "");
        String event = delivery.payload().getOrDefault(AppointmentNotices.EVENT, "S12");
        Rendering rendering = notice.render(
                delivery,
                (referral, receiver, controlId) -> Optional.of(replies.writeAppointment(
                        controlId,
                        delivery.createdAt(),
                        referral,
                        event,
                        store.read(Appointment.class, id).orElseGet(() -> AppointmentChanges.gone(id)))));
        return rendering instanceof Rendering.Rendered rendered
                        && rendered.message().partner().endpoint() instanceof PartnerEndpoint.Direct
                ? packed(delivery, event, rendered.message())
                : rendering;
    }

    private Rendering packed(Delivery delivery, String event, OutboundMessage siu) {
        ReferralRecord referral =
                register.byTask(String.valueOf(delivery.taskId())).orElseThrow();
        Task task = store.read(Task.class, referral.ids().task()).orElseThrow();
        XdmPart part = XdmPart.er7("SIU", event, siu.body());
        return new Rendering.Rendered(packages.appointment(delivery, referral, siu.partner(), task, part));
    }
}
