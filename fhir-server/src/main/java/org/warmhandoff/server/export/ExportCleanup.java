package org.warmhandoff.server.export;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.timers.RecurringWork;

/** Deletes exports some time after their end, also those that failed, and before HAPI would leave their old versions. */
@Component
class ExportCleanup implements RecurringWork {

    private static final Duration KEPT = Duration.ofMinutes(90);

    private final ExportJobs jobs;
    private final Clock clock;

    ExportCleanup(ExportJobs jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "export-cleanup";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        jobs.endedBefore(Date.from(clock.instant().minus(KEPT))).forEach(jobs::discard);
    }
}
