package org.warmhandoff.server.referral.notice;

import java.util.List;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.ccda.xdm.XdmPart;
import org.warmhandoff.routes.delivery.OutboundMessage;
import org.warmhandoff.routes.partner.PartnerEndpoint;
import org.warmhandoff.server.delivery.Delivery;
import org.warmhandoff.server.delivery.DeliveryRenderer;
import org.warmhandoff.server.delivery.Rendering;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.storage.ResourceStore;

/** Writes the news of an intake appointment. */
@Component
class AppointmentNoticeRenderer implements DeliveryRenderer {

    private final ConsentedNotice notice;
    private final ResourceStore store;
    private final ReferralReplies replies;
    private final ConsultationReplies packages;

    AppointmentNoticeRenderer(
            ConsentedNotice notice, ResourceStore store, ReferralReplies replies, ConsultationReplies packages) {
        this.packages = packages;
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
        return notice.render(delivery, new News(delivery));
    }

    private final class News implements ConsentedNotice.Text {

        private final Delivery delivery;
        private final String id;
        private final String event;

        private News(Delivery delivery) {
            this.delivery = delivery;
            this.id = delivery.payload().getOrDefault(AppointmentNotices.APPOINTMENT, "");
            this.event = delivery.payload().getOrDefault(AppointmentNotices.EVENT, "S12");
        }

        @Override
        public List<? extends Resource> records(ReferralRecord referral, Task task) {
            return store.read(Appointment.class, id).stream().toList();
        }

        @Override
        public String of(ConsentedNotice.Told told) {
            return replies.writeAppointment(
                    told,
                    delivery.createdAt(),
                    event,
                    store.read(Appointment.class, id).orElseGet(() -> AppointmentChanges.gone(id)));
        }

        @Override
        public OutboundMessage packed(ConsentedNotice.Told told, OutboundMessage siu) {
            return siu.partner().endpoint() instanceof PartnerEndpoint.Direct
                    ? packages.appointment(delivery, told, XdmPart.er7("SIU", event, siu.body()))
                    : siu;
        }
    }
}
