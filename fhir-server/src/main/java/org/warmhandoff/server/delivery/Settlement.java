package org.warmhandoff.server.delivery;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.server.work.RetryPolicy;

/** What an attempt makes of its delivery row. */
record Settlement(
        DeliveryState state,
        String outcome,
        @Nullable String code,
        @Nullable String reason,
        @Nullable String evidence,
        Instant due,
        boolean counts) {

    static final String NOT_RECORDED = "not-recorded";

    static Settlement of(Attempt attempt, Delivery delivery, RetryPolicy retry, Instant started, Instant now) {
        if (attempt instanceof Attempt.Sent sent) {
            return new Settlement(DeliveryState.DELIVERED, "delivered", null, null, sent.evidence(), now, true);
        }
        if (attempt instanceof Attempt.Withheld withheld) {
            return new Settlement(DeliveryState.HELD, "withheld", withheld.reason(), null, null, now, false);
        }
        if (attempt instanceof Attempt.Unwanted unwanted) {
            return new Settlement(DeliveryState.CANCELLED, "withheld", unwanted.reason(), null, null, now, false);
        }
        if (attempt instanceof Attempt.Hopeless hopeless) {
            return new Settlement(
                    DeliveryState.DEAD, hopeless.outcome(), hopeless.code(), hopeless.reason(), null, now, true);
        }
        return again((Attempt.Again) attempt, delivery, retry, started, now);
    }

    private static Settlement again(
            Attempt.Again again, Delivery delivery, RetryPolicy retry, Instant started, Instant now) {
        Delivery.Progress progress = delivery.progress();
        Instant first = progress.firstAttemptAt() == null ? started : progress.firstAttemptAt();
        Optional<Instant> next = retry.next(progress.attempts() + 1, again.notBefore(), first, now);
        DeliveryState state = next.isPresent() ? DeliveryState.READY : DeliveryState.DEAD;
        return new Settlement(state, "retry", again.code(), again.reason(), null, next.orElse(now), true);
    }

    /** The same outcome for later, when its recording failed; evidence keeps a message from being sent twice. */
    Settlement putOff(Instant due) {
        return new Settlement(DeliveryState.READY, outcome, NOT_RECORDED, code, evidence, due, false);
    }
}
