package org.warmhandoff.server.consent;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.timers.RecurringWork;
import org.warmhandoff.server.work.PollingLoop;

/** Makes consents inactive that are over. They permit nothing from the moment they end, whether this has run or not. */
@Component
class ConsentExpiry implements RecurringWork {

    private static final int MOST = 200;
    private static final Duration PUT_OFF = Duration.ofHours(1);
    private static final Logger LOG = LoggerFactory.getLogger(ConsentExpiry.class);

    private final ConsentEnds ends;
    private final ConsentEndWatch watch;
    private final ConsentLifecycle lifecycle;
    private final Clock clock;

    ConsentExpiry(ConsentEnds ends, ConsentEndWatch watch, ConsentLifecycle lifecycle, Clock clock) {
        this.ends = ends;
        this.watch = watch;
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "expire-consents";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        List<String> due = ends.due(clock.instant(), MOST);
        for (String id : due) {
            try {
                lifecycle.expire(id);
                watch.changed("Consent", id);
            } catch (RuntimeException e) {
                LOG.warn("Consent/{} is over and could not be marked so, again later: {}", id, PollingLoop.describe(e));
                ends.putOff(id, clock.instant().plus(PUT_OFF));
            }
        }
    }
}
