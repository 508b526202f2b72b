package org.warmhandoff.server.referral.sla;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.work.CachedReading;

/** How many referrals wait longer than they should, by the clock that ran down. */
@Component
class OverdueGauges implements MeterBinder {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final CachedReading<Map<String, Long>> counts;

    OverdueGauges(SlaRows rows, Clock clock) {
        this.counts = new CachedReading<>(rows::counts, FRESH, clock);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (SlaTimer timer : SlaTimer.values()) {
            Gauge.builder("warmhandoff.referral.overdue", () -> count(timer))
                    .description("Referrals that wait longer than they should")
                    .tag("timer", timer.code())
                    .register(registry);
        }
    }

    private double count(SlaTimer timer) {
        return counts.get()
                .map(all -> (double) all.getOrDefault(timer.state().code(), 0L))
                .orElse(Double.NaN);
    }
}
