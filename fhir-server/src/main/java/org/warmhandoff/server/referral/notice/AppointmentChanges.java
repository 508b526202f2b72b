package org.warmhandoff.server.referral.notice;

import java.util.Set;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.changes.ChangeHandler;
import org.warmhandoff.server.referral.ReferralRegister;
import org.warmhandoff.server.storage.ResourceStore;

/** Tells requesters of appointments that were moved, changed, cancelled or missed, whoever wrote that down. */
@Component
class AppointmentChanges implements ChangeHandler {

    private final ToldAppointments told;
    private final ReferralRegister register;
    private final ResourceStore store;
    private final AppointmentNotices notices;

    AppointmentChanges(
            ToldAppointments told, ReferralRegister register, ResourceStore store, AppointmentNotices notices) {
        this.told = told;
        this.register = register;
        this.store = store;
        this.notices = notices;
    }

    @Override
    public Set<String> types() {
        return Set.of("Appointment");
    }

    @Override
    public void changed(String type, String id) {
        for (String task : told.tasks(id)) {
            Appointment appointment = store.read(Appointment.class, id).orElseGet(() -> gone(id));
            register.byTask(task).ifPresent(referral -> notices.changed(referral, appointment));
        }
    }

    /** One that was deleted is off, whatever it was. */
    static Appointment gone(String id) {
        Appointment appointment = new Appointment().setStatus(AppointmentStatus.CANCELLED);
        appointment.setId(id);
        return appointment;
    }
}
