package org.warmhandoff.server.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.intake.IntakeObserver;

/** Times every answer to a sender by dialect and outcome, such as {@code AA} or {@code AR 204}. */
@Component
class AnswerMeters implements IntakeObserver {

    private final MeterRegistry registry;

    AnswerMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void answered(Dialect dialect, String outcome, Duration took) {
        registry.timer("warmhandoff.intake.answers", "dialect", dialect.name(), "outcome", outcome)
                .record(took);
    }
}
