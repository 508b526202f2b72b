package org.warmhandoff.server.referral.notice;

import java.time.Duration;
import java.util.Date;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.alert.AlertRows;
import org.warmhandoff.server.consent.EmergencyAccess;
import org.warmhandoff.server.consent.EmergencyListener;
import org.warmhandoff.server.identity.Role;
import org.warmhandoff.server.referral.ReferralRegister;

/** Has the privacy officer look at each access in an emergency within 24 hours: a Task, and an alert outside. */
@Component
class EmergencyReview implements EmergencyListener {

    private static final String TASK = "review-disclosure";
    private static final Duration TIME = Duration.ofHours(24);

    private final StaffTasks staffTasks;
    private final AlertRows alerts;
    private final ReferralRegister register;

    EmergencyReview(StaffTasks staffTasks, AlertRows alerts, ReferralRegister register) {
        this.staffTasks = staffTasks;
        this.alerts = alerts;
        this.register = register;
    }

    @Override
    public void granted(EmergencyAccess access) {
        staffTasks.raise(TASK, occasion(access), work(access));
        alerts.raise(
                access.from(), "emergency-access", "emergency/" + access.id(), access.organisation(), "review-due");
    }

    @Override
    public void reviewed(EmergencyAccess access) {
        staffTasks.done(TASK, occasion(access));
    }

    private static String occasion(EmergencyAccess access) {
        return "emergency:" + access.id();
    }

    private Task work(EmergencyAccess access) {
        Task work = new Task();
        work.setFor(new Reference("Patient/" + access.patient()));
        work.setRequester(new Reference("Organization/" + access.organisation()));
        work.setReasonCode(new CodeableConcept().setText("Emergency access (42 CFR 2.51)"));
        work.addPerformerType(new CodeableConcept().setText(Role.PRIVACY_OFFICER.code()));
        work.getRestriction().getPeriod().setEnd(Date.from(access.from().plus(TIME)));
        register.byPatient(access.patient()).stream()
                .findFirst()
                .ifPresent(referral -> work.setOwner(new Reference("Organization/" + referral.owner())));
        return work;
    }
}
