package org.warmhandoff.server.referral.notice;

import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.routes.partner.PartnerEndpoint;
import org.warmhandoff.server.delivery.DeliveryOrder;
import org.warmhandoff.server.delivery.DeliveryQueue;
import org.warmhandoff.server.referral.ReferralListener;
import org.warmhandoff.server.referral.ReferralMove;
import org.warmhandoff.server.referral.state.ReferralEvent;

/** Orders SIU^S12, or S13 after a missed one, to a requester that speaks HL7 v2 when an intake appointment is booked. */
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
        Optional<Partner> requester = partners.byId(move.referral().requester())
                .filter(partner -> partner.endpoint() instanceof PartnerEndpoint.Mllp);
        Optional<String> appointment =
                move.event() == ReferralEvent.SCHEDULE_INTAKE ? last(move.task()) : Optional.empty();
        if (requester.isPresent() && appointment.isPresent()) {
            String task = move.referral().ids().task();
            String event = move.referral().missed().count() == 0 ? "S12" : "S13";
            deliveries.enqueue(new DeliveryOrder(
                    requester.get().id(),
                    task,
                    KIND,
                    task,
                    Map.of(APPOINTMENT, appointment.get(), EVENT, event),
                    KIND + "/" + move.key()));
        }
    }

    /** Id of the appointment that was booked last. */
    private static Optional<String> last(Task task) {
        return task.getOutput().stream()
                .map(Task.TaskOutputComponent::getValue)
                .filter(Reference.class::isInstance)
                .map(value -> new IdType(((Reference) value).getReference()))
                .filter(id -> "Appointment".equals(id.getResourceType()))
                .map(IdType::getIdPart)
                .reduce((first, second) -> second);
    }
}
