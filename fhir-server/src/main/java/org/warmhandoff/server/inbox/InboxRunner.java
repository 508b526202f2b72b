package org.warmhandoff.server.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.warmhandoff.server.work.PollingLoop;
import org.warmhandoff.server.work.RetryPolicy;

/** Has one claimed message applied and records what came of it. */
final class InboxRunner {

    /** A server that was down for longer than the time to give up still tries some times. */
    private static final int FEWEST_ATTEMPTS = 5;

    private static final Logger log = LoggerFactory.getLogger(InboxRunner.class);

    private final InboxQueue queue;
    private final InboxHandler handler;
    private final RetryPolicy retry;
    private final InboxMeters meters;
    private final Clock clock;

    InboxRunner(InboxQueue queue, InboxHandler handler, RetryPolicy retry, InboxMeters meters, Clock clock) {
        this.queue = queue;
        this.handler = handler;
        this.retry = retry;
        this.meters = meters;
        this.clock = clock;
    }

    void run(StoredMessage stored) {
        InboxHandler.Verdict verdict = apply(stored);
        if (verdict instanceof InboxHandler.Verdict.Unusable unusable) {
            fail(stored, unusable.reason());
        } else if (verdict instanceof InboxHandler.Verdict.Later later) {
            putOff(stored, later.code());
        } else {
            meters.settled(stored.message().dialect(), "applied");
        }
    }

    private InboxHandler.Verdict apply(StoredMessage stored) {
        try {
            return handler.apply(stored);
        } catch (AlreadySettledException e) {
            log.info("inbox message {}: settled by another node", stored.id());
            return new InboxHandler.Verdict.Applied();
        } catch (RuntimeException e) {
            log.warn("inbox message {}: not applied: {}", stored.id(), PollingLoop.describe(e));
            log.debug("inbox message {}: not applied", stored.id(), e);
            return new InboxHandler.Verdict.Later("internal-error");
        }
    }

    private void putOff(StoredMessage stored, String code) {
        Instant now = clock.instant();
        int failures = stored.attempts() + 1;
        Optional<Instant> due = failures < FEWEST_ATTEMPTS
                ? Optional.of(now.plus(retry.pause(failures)))
                : retry.next(failures, Duration.ZERO, stored.receivedAt(), now);
        if (due.isEmpty()) {
            fail(stored, code);
            return;
        }
        queue.retryLater(stored.id(), code, due.get());
        meters.settled(stored.message().dialect(), "retry");
    }

    private void fail(StoredMessage stored, String reason) {
        queue.failed(stored.id(), reason);
        meters.settled(stored.message().dialect(), "failed");
        log.error(
                "inbox message {} of {} cannot be applied: {}; kept for inspection",
                stored.id(),
                stored.message().sender(),
                reason);
    }
}
