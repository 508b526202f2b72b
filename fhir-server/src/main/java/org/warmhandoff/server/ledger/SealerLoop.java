package org.warmhandoff.server.ledger;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.warmhandoff.server.work.PollingLoop;
import org.warmhandoff.server.work.Wakeup;

/** Seals a few times a second: entries of a burst share a transaction, and the window before sealing stays short. */
final class SealerLoop implements SmartLifecycle {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final PollingLoop loop;

    SealerLoop(Sealer sealer, Duration pause) {
        this.loop = new PollingLoop("ledger-sealer", new Wakeup(), pause, sealer::seal);
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop(PATIENCE);
    }

    @Override
    public boolean isRunning() {
        return loop.running();
    }
}
