package org.warmhandoff.server.referral.notice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Appointment;
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
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.referral.notice.AppointmentNews.Told;
import org.warmhandoff.server.storage.Locks;
import org.warmhandoff.server.storage.ResourceStore;

/**
 * Orders SIU^S12, or S13 after a missed one, to a requester that speaks HL7 v2 when an intake appointment is booked, S26
 * when it is missed, and S13, S14, S15 or S26 when it changes later: each change once.
 */
@Component
class AppointmentNotices implements ReferralListener {

    static final String KIND = "appointment-notice";
    static final String APPOINTMENT = "appointment";
    static final String EVENT = "event";

    private final DeliveryQueue deliveries;
    private final PartnerDirectory partners;
    private final ToldAppointments told;
    private final ResourceStore store;
    private final Locks locks;

    AppointmentNotices(
            DeliveryQueue deliveries,
            PartnerDirectory partners,
            ToldAppointments told,
            ResourceStore store,
            Locks locks) {
        this.deliveries = deliveries;
        this.partners = partners;
        this.told = told;
        this.store = store;
        this.locks = locks;
    }

    @Override
    public void moved(ReferralMove move) {
        if (move.event() == null) {
            return;
        }
        switch (move.event()) {
            case SCHEDULE_INTAKE -> last(move.task()).ifPresent(id -> booked(move.referral(), id));
            case MISS_INTAKE -> last(move.task()).ifPresent(id -> missed(move.referral(), id));
            default -> {}
        }
    }

    private void booked(ReferralRecord referral, String id) {
        hold(referral);
        Optional<Appointment> appointment = store.read(Appointment.class, id);
        Optional<Told> before = told.of(referral.ids().task(), id);
        if (appointment.isPresent() && before.isPresent()) {
            AppointmentNews.since(before.get(), appointment.get())
                    .ifPresent(event -> order(
                            referral, id, event, appointment.get(), before.get().news() + 1));
        } else if (appointment.isPresent()) {
            order(referral, id, referral.missed().count() == 0 ? "S12" : "S13", appointment.get(), 1);
        }
    }

    private void missed(ReferralRecord referral, String id) {
        // What was written just before may not have been noticed yet.
        store.read(Appointment.class, id).ifPresent(appointment -> changed(referral, appointment));
        hold(referral);
        told.of(referral.ids().task(), id).filter(before -> !before.over()).ifPresent(before -> store.read(
                        Appointment.class, id)
                .ifPresent(appointment -> order(referral, id, "S26", appointment, before.news() + 1)));
    }

    /** An appointment that the requester knows of was written; may be called more than once for one write. */
    void changed(ReferralRecord referral, Appointment appointment) {
        hold(referral);
        String id = appointment.getIdElement().getIdPart();
        told.of(referral.ids().task(), id).ifPresent(before -> AppointmentNews.since(before, appointment)
                .ifPresent(event -> order(referral, id, event, appointment, before.news() + 1)));
    }

    private void hold(ReferralRecord referral) {
        locks.hold(List.of("appointments:" + referral.ids().task()));
    }

    private static boolean hears(Partner partner, ReferralRecord referral) {
        return partner.endpoint() instanceof PartnerEndpoint.Mllp
                || partner.endpoint() instanceof PartnerEndpoint.Direct && referral.orderedInPackage();
    }

    private void order(ReferralRecord referral, String id, String event, Appointment appointment, int news) {
        Optional<Partner> requester = partners.byId(referral.requester()).filter(partner -> hears(partner, referral));
        if (requester.isPresent()) {
            String task = referral.ids().task();
            told.put(task, id, requester.get().id(), Told.of(event, appointment, news));
            deliveries.enqueue(new DeliveryOrder(
                    requester.get().id(),
                    task,
                    KIND,
                    task,
                    Map.of(APPOINTMENT, id, EVENT, event),
                    KIND + "/" + task + "/" + id + "/" + news));
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
