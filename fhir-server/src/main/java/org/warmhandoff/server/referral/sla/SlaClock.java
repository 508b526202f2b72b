package org.warmhandoff.server.referral.sla;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.server.referral.ReferralListener;
import org.warmhandoff.server.referral.ReferralMove;
import org.warmhandoff.server.referral.notice.StaffTasks;
import org.warmhandoff.server.storage.ResourceStore;

/** Winds the clocks of a referral at each step. They are rows, so any node finds them when they run down. */
@Component
@Order(100)
class SlaClock implements ReferralListener {

    private final SlaRows rows;
    private final ResourceStore store;
    private final StaffTasks staffTasks;
    private final Clock clock;

    SlaClock(SlaRows rows, ResourceStore store, StaffTasks staffTasks, Clock clock) {
        this.rows = rows;
        this.store = store;
        this.staffTasks = staffTasks;
        this.clock = clock;
    }

    @Override
    public void moved(ReferralMove move) {
        String task = move.referral().ids().task();
        Instant due = SlaTimer.of(move.to())
                .map(timer -> timer.due(move.task().getPriority(), clock.instant(), ZoneId.systemDefault()))
                .orElse(null);
        rows.moved(task, due, move.to() == BusinessStatus.INTAKE_SCHEDULED ? start(move.task()) : null)
                .ifPresent(since -> staffTasks.done(SlaWork.TASK, SlaWork.occasion(task, since)));
    }

    private @Nullable Instant start(Task task) {
        return appointment(store, task)
                .filter(Appointment::hasStart)
                .map(found -> found.getStart().toInstant())
                .orElse(null);
    }

    /** The last of the intake appointments among the outputs. */
    static Optional<Appointment> appointment(ResourceStore store, Task task) {
        return task.getOutput().stream()
                .map(Task.TaskOutputComponent::getValue)
                .filter(Reference.class::isInstance)
                .map(value -> new IdType(((Reference) value).getReference()))
                .filter(id -> "Appointment".equals(id.getResourceType()))
                .reduce((first, second) -> second)
                .flatMap(id -> store.read(Appointment.class, id.getIdPart()));
    }
}
