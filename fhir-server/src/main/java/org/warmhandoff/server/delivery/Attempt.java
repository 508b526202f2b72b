package org.warmhandoff.server.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What one try to send a delivery came to. */
sealed interface Attempt {

    record Sent(String evidence) implements Attempt {}

    /**
     * @param partnerFailed whether the partner could not be reached or could not work, so that others will fail too
     * @param notBefore how long the partner asked to be left alone
     */
    record Again(String code, @Nullable String reason, boolean partnerFailed, Duration notBefore) implements Attempt {

        /** A fault of ours. */
        Again(String code, @Nullable String reason) {
            this(code, reason, false, Duration.ZERO);
        }
    }

    /** @param outcome {@code rejected} by the partner, {@code unrenderable} or {@code abandoned} by us */
    record Hopeless(String outcome, String code, @Nullable String reason) implements Attempt {}

    record Withheld(String reason) implements Attempt {}

    record Unwanted(String reason) implements Attempt {}
}
