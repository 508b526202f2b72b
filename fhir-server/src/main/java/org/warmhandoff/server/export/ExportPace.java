package org.warmhandoff.server.export;

import ca.uhn.fhir.batch2.api.IJobMaintenanceService;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.work.PollingLoop;
import org.warmhandoff.server.work.Wakeup;

/**
 * Moves exports from step to step. HAPI does so once a minute and an export has four steps; doing it often, but only
 * while there is an export, makes minutes seconds and costs nothing else.
 */
@Component
class ExportPace implements SmartLifecycle {

    private static final Duration STEP = Duration.ofMillis(200);

    private final ExportJobs jobs;
    private final IJobMaintenanceService maintenance;
    private final PollingLoop loop;

    ExportPace(ExportJobs jobs, IJobMaintenanceService maintenance, @Qualifier("exportWakeup") Wakeup wakeup) {
        this.jobs = jobs;
        this.maintenance = maintenance;
        // Woken here; the interval is for exports that began on a node that is gone.
        this.loop = new PollingLoop("exports", wakeup, Duration.ofSeconds(15), this::round);
    }

    private boolean round() {
        if (!jobs.anyRunning()) {
            return false;
        }
        maintenance.runMaintenancePass();
        LockSupport.parkNanos(STEP.toNanos());
        return true;
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop(Duration.ofSeconds(20));
    }

    @Override
    public boolean isRunning() {
        return loop.running();
    }
}
