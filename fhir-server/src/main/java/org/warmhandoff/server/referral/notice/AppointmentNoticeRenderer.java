package org.warmhandoff.server.referral.notice;

import java.util.Optional;
import org.hl7.fhir.r4.model.Appointment;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.delivery.Delivery;
import org.warmhandoff.server.delivery.DeliveryRenderer;
import org.warmhandoff.server.delivery.Rendering;
import org.warmhandoff.server.storage.ResourceStore;

/** Writes the news of an intake appointment. */
@Component
class AppointmentNoticeRenderer implements DeliveryRenderer {

    private final ConsentedNotice notice;
    private final ResourceStore store;
    private final ReferralReplies replies;

    AppointmentNoticeRenderer(ConsentedNotice notice, ResourceStore store, ReferralReplies replies) {
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
        return notice.render(
                delivery,
                (referral, receiver, controlId) -> Optional.of(replies.writeAppointment(
                        controlId,
                        delivery.createdAt(),
                        referral,
                        event,
                        store.read(Appointment.class, id).orElseGet(() -> AppointmentChanges.gone(id)))));
    }
}
