package org.warmhandoff.routes.intake;

import java.time.Duration;

/** Hears of every answer given to a sender, for metrics. Called on the listener's thread, so it must be quick. */
@FunctionalInterface
public interface IntakeObserver {

    /**
     * @param outcome what the sender was told, without content: {@code AA}, {@code AA repeated}, or the refusal with its
     *     code from HL7 table 0357, such as {@code AR 204}
     * @param took from the whole message to the answer
     */
    void answered(Dialect dialect, String outcome, Duration took);
}
