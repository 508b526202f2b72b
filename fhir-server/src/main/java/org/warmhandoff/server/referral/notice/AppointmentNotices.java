package org.warmhandoff.server.referral.notice;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.partner.PartnerEndpoint;
import org.warmhandoff.server.delivery.DeliveryOrder;
import org.warmhandoff.server.delivery.DeliveryQueue;
import org.warmhandoff.server.referral.ReferralListener;
import org.warmhandoff.server.referral.ReferralMove;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.referral.state.ReferralEvent;

/** Orders SIU to a requester that speaks HL7 v2 or 360X when an intake appointment is booked, missed or cancelled. */
@Component
class AppointmentNotices implements ReferralListener {

    static final String KIND = "appointment-notice";
    static final String APPOINTMENT = "appointment";
    static final String EVENT = "event";

    private final DeliveryQueue deliveries;
    private final PartnerDirectory partners;

    AppointmentNotices(DeliveryQueue deliveries, PartnerDirectory partners) {
        this.deliveries = deliveries;
        this.partners = partners;
    }

    @Override
    public void moved(ReferralMove move) {
        Optional<Partner> requester =
                partners.byId(move.referral().requester()).filter(partner -> hears(partner, move.referral()));
        String event = event(move);
        Optional<String> appointment = event == null ? Optional.empty() : last(move.task());
        if (requester.isPresent() && event != null && appointment.isPresent()) {
            String task = move.referral().ids().task();
            deliveries.enqueue(new DeliveryOrder(
                    requester.get().id(),
                    task,
                    KIND,
                    task,
                    Map.of(APPOINTMENT, appointment.get(), EVENT, event),
                    KIND + "/" + move.key()));
        }
    }

    private static boolean hears(Partner partner, ReferralRecord referral) {
        return partner.endpoint() instanceof PartnerEndpoint.Mllp
                || partner.endpoint() instanceof PartnerEndpoint.Direct && referral.orderedInPackage();
    }

    /** What a step means for the appointment: S12 booked, S13 booked anew, S26 missed, S15 cancelled with the referral. */
    private static @Nullable String event(ReferralMove move) {
        int missed = move.referral().missed().count();
        if (move.event() == ReferralEvent.SCHEDULE_INTAKE) {
            return missed == 0 ? "S12" : "S13";
        } else if (move.event() == ReferralEvent.MISS_INTAKE) {
            return "S26";
        }
        boolean over = move.to() == BusinessStatus.CANCELLED || move.to() == BusinessStatus.EXPIRED;
        return over && booked(move.task()).count() > missed ? "S15" : null;
    }

    /** Id of the appointment that was booked last. */
    private static Optional<String> last(Task task) {
        return booked(task).reduce((first, second) -> second);
    }

    private static Stream<String> booked(Task task) {
        return task.getOutput().stream()
                .map(Task.TaskOutputComponent::getValue)
                .filter(Reference.class::isInstance)
                .map(value -> new IdType(((Reference) value).getReference()))
                .filter(id -> "Appointment".equals(id.getResourceType()))
                .map(IdType::getIdPart);
    }
}
