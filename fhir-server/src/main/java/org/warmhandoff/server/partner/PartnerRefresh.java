package org.warmhandoff.server.partner;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.work.PollingLoop;
import org.warmhandoff.server.work.Wakeup;

/** Notices partners that were changed on another node. */
@Component
class PartnerRefresh implements SmartLifecycle {

    private static final Duration EVERY = Duration.ofSeconds(2);

    private final LivePartners live;
    private final StoredPartners stored;
    private final PollingLoop loop = new PollingLoop("partner-refresh", new Wakeup(), EVERY, this::look);

    PartnerRefresh(LivePartners live, StoredPartners stored) {
        this.live = live;
        this.stored = stored;
    }

    /** True when there was something new. */
    boolean look() {
        if (stored.revision() == live.state().stored().revision()) {
            return false;
        }
        live.refresh();
        return true;
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop(EVERY);
    }

    @Override
    public boolean isRunning() {
        return loop.running();
    }
}
