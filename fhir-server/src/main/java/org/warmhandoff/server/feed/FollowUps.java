package org.warmhandoff.server.feed;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.intake.ClinicalMessage;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.referral.ReferralRegister;
import org.warmhandoff.server.referral.ReferralWorkflow;
import org.warmhandoff.server.referral.TransitionCommand;
import org.warmhandoff.server.referral.TransitionOutcome;
import org.warmhandoff.server.referral.notice.StaffTasks;
import org.warmhandoff.server.referral.state.ReferralEvent;

/** What staff have to do because of a message: a client who did not come, is discharged, or thinks of self-harm. */
@Component
class FollowUps {

    private final ReferralRegister register;
    private final ReferralWorkflow workflow;
    private final StaffTasks staffTasks;
    private final Therapists therapists;
    private final OwnRecords own;

    FollowUps(
            ReferralRegister register,
            ReferralWorkflow workflow,
            StaffTasks staffTasks,
            Therapists therapists,
            OwnRecords own) {
        this.register = register;
        this.workflow = workflow;
        this.staffTasks = staffTasks;
        this.therapists = therapists;
        this.own = own;
    }

    void after(ClinicalMessage message, Written written, long inboxId) {
        written.of(Observation.class).stream()
                .filter(stored -> SelfHarmSign.in((Observation) stored.resource()))
                .forEach(stored -> alert(message, written, stored, inboxId));
        if (message instanceof ClinicalMessage.Scheduled) {
            written.of(Appointment.class).stream()
                    .filter(stored -> ((Appointment) stored.resource()).getStatus() == AppointmentStatus.NOSHOW)
                    .forEach(stored -> missed(message, written, stored.id()));
        } else if (message instanceof ClinicalMessage.Discharged) {
            written.of(Encounter.class).stream()
                    .filter(stored -> isInpatient((Encounter) stored.resource()))
                    .forEach(stored -> discharged(message, written, stored.id()));
        }
    }

    private static boolean isInpatient(Encounter encounter) {
        return "IMP".equals(encounter.getClass_().getCode());
    }

    /** For the therapist alone: it is labelled very restricted, and no partner hears of it. */
    private void alert(ClinicalMessage message, Written written, Written.Stored sign, long inboxId) {
        Task task = work(message, written, sign.id());
        therapists.of(written.patient()).ifPresent(task::setOwner);
        task.setPriority(TaskPriority.STAT);
        task.getMeta().addSecurity(CodeSystems.CONFIDENTIALITY, "V", null);
        staffTasks.raise("review-self-harm", sign.id().getIdPart() + ":" + inboxId, task);
    }

    /** The intake appointment of a referral moves the referral; any other is followed up by hand. */
    private void missed(ClinicalMessage message, Written written, IdType appointment) {
        Optional<ReferralRecord> waiting = register.byPatient(written.patient()).stream()
                .filter(referral -> referral.state() == BusinessStatus.INTAKE_SCHEDULED)
                .filter(referral -> own.intake(referral)
                        .filter(id -> id.getIdPart().equals(appointment.getIdPart()))
                        .isPresent())
                .findFirst();
        boolean moved = waiting.isPresent()
                && workflow.transition(
                                TransitionCommand.bySystem(waiting.get().ids().task(), ReferralEvent.MISS_INTAKE))
                        instanceof TransitionOutcome.Done;
        if (!moved) {
            staffTasks.raise("follow-up-no-show", appointment.getIdPart(), work(message, written, appointment));
        }
    }

    /** Who is being referred already needs no reminder. */
    private void discharged(ClinicalMessage message, Written written, IdType encounter) {
        boolean referred = register.byPatient(written.patient()).stream()
                .anyMatch(referral -> !referral.state().terminal());
        if (!referred) {
            staffTasks.raise("consider-step-down", encounter.getIdPart(), work(message, written, encounter));
        }
    }

    /** Work for the programme that has the client, else for the one that the message is meant for. */
    private Task work(ClinicalMessage message, Written written, IdType focus) {
        Task task = new Task();
        task.setFocus(new Reference(focus.toUnqualifiedVersionless().getValue()));
        task.setFor(new Reference("Patient/" + written.patient()));
        owner(message, written).ifPresent(id -> task.setOwner(new Reference("Organization/" + id)));
        return task;
    }

    private Optional<String> owner(ClinicalMessage message, Written written) {
        List<ReferralRecord> referrals = register.byPatient(written.patient());
        Optional<String> ofReferral = referrals.stream()
                .max(Comparator.comparing(referral -> !referral.state().terminal()))
                .map(ReferralRecord::owner);
        return ofReferral.or(
                () -> Optional.ofNullable(message.content().receiver()).map(Partner::id));
    }
}
