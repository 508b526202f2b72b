package org.warmhandoff.server.referral.sla;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.server.referral.ReferralWorkflow;
import org.warmhandoff.server.referral.TransitionCommand;
import org.warmhandoff.server.referral.TransitionOutcome;
import org.warmhandoff.server.referral.state.ReferralEvent;
import org.warmhandoff.server.storage.ResourceStore;
import org.warmhandoff.server.timers.RecurringWork;
import org.warmhandoff.server.work.PollingLoop;

/** Nobody was admitted some time after the intake began: it was missed, unless the appointment says otherwise. */
@Component
class MissedIntakes implements RecurringWork {

    private static final int BATCH = 100;
    private static final Logger LOG = LoggerFactory.getLogger(MissedIntakes.class);

    private final SlaRows rows;
    private final ReferralWorkflow workflow;
    private final ResourceStore store;
    private final SlaProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MissedIntakes(
            SlaRows rows,
            ReferralWorkflow workflow,
            ResourceStore store,
            SlaProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.workflow = workflow;
        this.store = store;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "miss-intakes";
    }

    @Override
    public Duration every() {
        return properties.checkInterval();
    }

    @Override
    public void run() {
        Instant latest = clock.instant().minus(properties.missIntakeAfter());
        for (String task : rows.intakesBefore(latest, BATCH)) {
            try {
                transaction.executeWithoutResult(status -> look(task, latest));
            } catch (RuntimeException e) {
                LOG.warn("Task/{}: its intake could not be looked at, again later: {}", task, PollingLoop.describe(e));
            }
        }
    }

    private void look(String task, Instant latest) {
        Optional<Appointment> intake =
                store.read(Task.class, task).flatMap(found -> SlaClock.appointment(store, found));
        Instant start = intake.filter(Appointment::hasStart)
                .map(found -> found.getStart().toInstant())
                .orElse(null);
        if (start != null && start.isAfter(latest)) {
            // Moved to later since it was booked.
            rows.intakeAt(task, start);
        } else if (intake.isPresent() && waitsFor(intake.get())) {
            missed(task, intake.get());
        } else {
            // Somebody came, or it was called off: staff know more than this clock.
            rows.intakeAt(task, null);
        }
    }

    private static boolean waitsFor(Appointment intake) {
        AppointmentStatus status = intake.getStatus();
        return status == AppointmentStatus.BOOKED
                || status == AppointmentStatus.PENDING
                || status == AppointmentStatus.PROPOSED
                || status == AppointmentStatus.NOSHOW;
    }

    private void missed(String task, Appointment intake) {
        TransitionOutcome outcome = workflow.transition(TransitionCommand.bySystem(task, ReferralEvent.MISS_INTAKE));
        if (!(outcome instanceof TransitionOutcome.Done)) {
            rows.intakeAt(task, null);
        } else if (intake.getStatus() != AppointmentStatus.NOSHOW) {
            store.update(intake.setStatus(AppointmentStatus.NOSHOW));
        }
    }
}
