package org.warmhandoff.server.court;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.server.timers.RecurringWork;
import org.warmhandoff.server.work.PollingLoop;

/** What courts hear without anybody asking: changed records, reports that are due, consents that ran out. */
@Component
class CourtTimer implements RecurringWork {

    private static final int MOST_A_RUN = 200;
    private static final Logger LOG = LoggerFactory.getLogger(CourtTimer.class);

    private final CourtWatch watch;
    private final CourtLook look;
    private final CourtSchedule schedule;
    private final CourtAuthority authority;
    private final CourtCases cases;
    private final TransactionTemplate transaction;
    private final Settings settings;

    /** How often, and what time it is. */
    record Settings(Duration every, Clock clock) {}

    CourtTimer(
            CourtWatch watch,
            CourtLook look,
            CourtSchedule schedule,
            CourtAuthority authority,
            CourtCases cases,
            TransactionTemplate transaction,
            Settings settings) {
        this.watch = watch;
        this.look = look;
        this.schedule = schedule;
        this.authority = authority;
        this.cases = cases;
        this.transaction = transaction;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "court-supervision";
    }

    @Override
    public Duration every() {
        return settings.every();
    }

    @Override
    public void run() {
        for (int i = 0; i < MOST_A_RUN && lookAtOne(); i++) {
            LOG.debug("a case was looked at");
        }
        schedule.due().forEach(found -> safely(found.task(), () -> schedule.report(found)));
        cases.expired(settings.clock().instant()).forEach(task -> safely(task, () -> authority.review(task)));
    }

    private boolean lookAtOne() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            String task = watch.take();
            if (task != null) {
                look.at(task);
            }
            return task != null;
        }));
    }

    /** One case that cannot be dealt with holds up no other. */
    private void safely(String task, Runnable work) {
        try {
            transaction.executeWithoutResult(status -> work.run());
        } catch (RuntimeException e) {
            LOG.warn("Task/{}: the court could not be served, again later: {}", task, PollingLoop.describe(e));
            LOG.debug("Task/{}", task, e);
        }
    }
}
