package org.warmhandoff.server.delivery;

import org.jspecify.annotations.Nullable;

/** What one try to send a delivery came to. */
sealed interface Attempt {

    record Sent(String evidence) implements Attempt {}

    /** @param partnerFailed whether the partner could not be reached or could not work, so that others will fail too */
    record Again(String code, @Nullable String reason, boolean partnerFailed) implements Attempt {}

    /** @param outcome {@code rejected} by the partner, {@code unrenderable} or {@code abandoned} by us */
    record Hopeless(String outcome, String code, @Nullable String reason) implements Attempt {}

    record Withheld(String reason) implements Attempt {}
}
