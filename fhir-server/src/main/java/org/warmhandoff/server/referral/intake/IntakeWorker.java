package org.warmhandoff.server.referral.intake;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.inbox.AlreadySettledException;
import org.warmhandoff.server.inbox.InboxProperties;
import org.warmhandoff.server.inbox.InboxQueue;
import org.warmhandoff.server.inbox.StoredMessage;
import org.warmhandoff.server.work.PollingLoop;
import org.warmhandoff.server.work.Wakeup;

/**
 * Applies acknowledged messages, in order for each referral. A message that fails is tried again with growing pauses;
 * one that can never be applied is kept as failed, is reported, and blocks nobody.
 */
@Component
class IntakeWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeWorker.class);
    private static final int TRIES = 10;

    private final InboxQueue inbox;
    private final MessageApplier applier;
    private final InboxProperties properties;
    private final Clock clock;
    private final PollingLoop loop;
    private final ExecutorService threads;

    IntakeWorker(
            InboxQueue inbox,
            MessageApplier applier,
            InboxProperties properties,
            Clock clock,
            @Qualifier("inboxWakeup") Wakeup wakeup) {
        this.inbox = inbox;
        this.applier = applier;
        this.properties = properties;
        this.clock = clock;
        this.loop = new PollingLoop("intake", wakeup, properties.pollInterval(), this::round);
        this.threads = Executors.newFixedThreadPool(properties.threads(), task -> {
            Thread thread = new Thread(task, "intake-apply");
            thread.setDaemon(true);
            return thread;
        });
    }

    private boolean round() {
        List<StoredMessage> claimed = inbox.claim(properties.threads() * 4);
        CompletableFuture.allOf(claimed.stream()
                        .map(message -> CompletableFuture.runAsync(() -> work(message), threads))
                        .toArray(CompletableFuture[]::new))
                .join();
        return !claimed.isEmpty();
    }

    private void work(StoredMessage message) {
        try {
            if (applier.apply(message) instanceof MessageApplier.Applied.Refused refused) {
                fail(message, refused.why().code());
            }
        } catch (AlreadySettledException e) {
            LOG.debug("message {} was applied by another node", message.id());
        } catch (RuntimeException e) {
            tryLater(message, e);
        }
    }

    private void tryLater(StoredMessage message, RuntimeException e) {
        String code = PollingLoop.describe(e);
        LOG.debug("message {}", message.id(), e);
        if (message.attempts() + 1 >= TRIES) {
            fail(message, code);
            return;
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(message.attempts(), 8));
        LOG.warn("message {} not applied ({}), again in {} s", message.id(), code, pause.toSeconds());
        inbox.retryLater(message.id(), code, clock.instant().plus(pause));
    }

    private void fail(StoredMessage message, String reason) {
        LOG.error(
                "message {} of {} cannot be applied: {}; kept for inspection",
                message.id(),
                message.message().sender(),
                reason);
        inbox.failed(message.id(), reason);
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop(Duration.ofSeconds(20));
        inbox.releaseLeases();
    }

    @Override
    public boolean isRunning() {
        return loop.running();
    }
}
