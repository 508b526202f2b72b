package org.warmhandoff.server.referral.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.warmhandoff.server.delivery.Delivery;
import org.warmhandoff.server.delivery.DeliveryFilter;
import org.warmhandoff.server.delivery.DeliveryQueue;
import org.warmhandoff.server.referral.HospitalReferral;
import org.warmhandoff.server.referral.state.ReferralEvent;
import org.warmhandoff.server.referral.state.TransitionInput;
import org.warmhandoff.server.referral.state.TransitionOutput;
import org.warmhandoff.server.storage.ResourceStore;

/** What is ordered to be told of an intake, however often and in whatever order its changes are noticed. */
class AppointmentChangesTest {

    private final HospitalReferral referral = new HospitalReferral();
    private final AppointmentChanges changes = referral.server.bean(AppointmentChanges.class);
    private final ResourceStore store = referral.server.bean(ResourceStore.class);

    private String scheduled() {
        referral.send(referral.message("I12"));
        Appointment appointment = new Appointment().setStatus(AppointmentStatus.BOOKED);
        appointment.getStartElement().setValueAsString("2026-12-01T13:00:00Z");
        appointment.getEndElement().setValueAsString("2026-12-01T14:00:00Z");
        appointment
                .addParticipant()
                .setActor(new Reference("Patient/" + referral.row().ids().patient()))
                .setStatus(Appointment.ParticipationStatus.ACCEPTED);
        String id = store.create(appointment);
        referral.move(ReferralEvent.CLAIM);
        referral.move(ReferralEvent.ACCEPT);
        schedule(id);
        return id;
    }

    private void schedule(String id) {
        referral.move(TransitionInput.of(ReferralEvent.SCHEDULE_INTAKE)
                .withOutputs(List.of(new TransitionOutput("intake-appointment", new Reference(id)))));
    }

    private void notice(String id) {
        referral.transaction()
                .executeWithoutResult(status -> changes.changed("Appointment", id.substring("Appointment/".length())));
    }

    private List<String> ordered() {
        return referral
                .server
                .bean(DeliveryQueue.class)
                .list(DeliveryFilter.ofTask(referral.row().ids().task()), 100)
                .stream()
                .filter(delivery -> delivery.kind().equals(AppointmentNotices.KIND))
                .sorted(java.util.Comparator.comparing(Delivery::id))
                .map(delivery -> delivery.payload().get("event"))
                .toList();
    }

    @Test
    void a_change_that_is_noticed_twice_is_told_once() {
        String id = scheduled();
        notice(id);
        assertThat(ordered()).containsExactly("S12");

        Appointment moved = referral.read(Appointment.class, id);
        moved.getStartElement().setValueAsString("2026-12-02T13:00:00Z");
        moved.getEndElement().setValueAsString("2026-12-02T14:00:00Z");
        store.update(moved);
        notice(id);
        notice(id);

        assertThat(ordered()).containsExactly("S12", "S13");
    }

    @Test
    void a_missed_intake_is_told_once_though_both_referral_and_appointment_say_so() {
        String id = scheduled();

        referral.move(ReferralEvent.MISS_INTAKE);
        store.update(referral.read(Appointment.class, id).setStatus(AppointmentStatus.NOSHOW));
        notice(id);
        assertThat(ordered()).containsExactly("S12", "S26");

        store.update(referral.read(Appointment.class, id).setStatus(AppointmentStatus.BOOKED));
        schedule(id);
        notice(id);
        assertThat(ordered()).containsExactly("S12", "S26", "S13");
    }

    @Test
    void an_appointment_that_is_no_intake_is_nobodys_business() {
        scheduled();
        Appointment other = new Appointment().setStatus(AppointmentStatus.CANCELLED);
        other.addParticipant()
                .setActor(new Reference("Patient/" + referral.row().ids().patient()))
                .setStatus(Appointment.ParticipationStatus.ACCEPTED);
        notice(store.create(other));

        assertThat(ordered()).containsExactly("S12");
    }
}
