package org.warmhandoff.server.referral.sla;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.server.alert.AlertRows;
import org.warmhandoff.server.referral.ReferralRecord;
import org.warmhandoff.server.referral.ReferralRegister;
import org.warmhandoff.server.referral.notice.StaffTasks;
import org.warmhandoff.server.timers.RecurringWork;
import org.warmhandoff.server.work.PollingLoop;

/** Escalates referrals that wait too long: a task for staff, an alert, and the metric. */
@Component
class SlaWork implements RecurringWork {

    static final String TASK = "escalate-overdue";

    private static final int BATCH = 100;
    private static final int MOST_BATCHES = 50;
    private static final Logger LOG = LoggerFactory.getLogger(SlaWork.class);

    private final SlaRows rows;
    private final ReferralRegister register;
    private final StaffTasks staffTasks;
    private final AlertRows alerts;
    private final SlaProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SlaWork(
            SlaRows rows,
            ReferralRegister register,
            StaffTasks staffTasks,
            AlertRows alerts,
            SlaProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.register = register;
        this.staffTasks = staffTasks;
        this.alerts = alerts;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "escalate-overdue";
    }

    @Override
    public Duration every() {
        return properties.checkInterval();
    }

    @Override
    public void run() {
        for (int i = 0; i < MOST_BATCHES && batch() == BATCH; i++) {
            LOG.debug("more referrals are overdue");
        }
    }

    private int batch() {
        List<String> due = rows.due(clock.instant(), BATCH);
        for (String task : due) {
            try {
                transaction.executeWithoutResult(status -> escalate(task));
            } catch (RuntimeException e) {
                LOG.warn("Task/{} could not be escalated, again later: {}", task, PollingLoop.describe(e));
            }
        }
        return due.size();
    }

    private void escalate(String task) {
        Instant now = clock.instant();
        for (SlaRows.Overdue overdue : rows.overdue(task, now)) {
            BusinessStatus waits = BusinessStatus.ofCode(overdue.state()).orElseThrow();
            ReferralRecord referral = register.byTask(task).orElseThrow();
            SlaTimer.of(waits).filter(timer -> properties.escalate()).ifPresent(timer -> {
                LOG.warn("Task/{} is overdue: {}", task, timer.code());
                staffTasks.raise(TASK, occasion(task, overdue.since()), work(referral, overdue.state()));
                alerts.raise(now, "referral-overdue", "Task/" + task, referral.owner(), timer.code());
            });
        }
    }

    /** A referral may wait in the same state again, and be late again. */
    static String occasion(String task, Instant since) {
        return task + ":" + since.getEpochSecond();
    }

    private static Task work(ReferralRecord referral, String state) {
        return StaffTasks.of(referral)
                .setReasonCode(new CodeableConcept(new Coding(CodeSystems.BUSINESS_STATUS, state, null)));
    }
}
