package org.warmhandoff.server.alert;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.warmhandoff.server.timers.RecurringWork;
import org.warmhandoff.server.work.RetryPolicy;

/**
 * Posts what waits, all at once and never more often than the interval, from one node at a time: a partner that fails a
 * thousand times is ten posts and not a thousand. What is not taken is tried again with ever longer pauses.
 */
final class AlertSender implements RecurringWork {

    private static final int MOST_A_POST = 100;
    private static final Logger LOG = LoggerFactory.getLogger(AlertSender.class);

    private final AlertRows rows;
    private final @Nullable AlertWebhook webhook;
    private final AlertProperties properties;
    private final RetryPolicy retry;
    private final String server;
    private final Clock clock;

    AlertSender(
            AlertRows rows,
            @Nullable AlertWebhook webhook,
            AlertProperties properties,
            RetryPolicy retry,
            String server,
            Clock clock) {
        this.rows = rows;
        this.webhook = webhook;
        this.properties = properties;
        this.retry = retry;
        this.server = server;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "send-alerts";
    }

    @Override
    public Duration every() {
        return properties.interval();
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        int dropped = rows.expire(now.minus(properties.giveUp()));
        if (webhook == null) {
            return;
        }
        if (dropped > 0) {
            LOG.error("{} alerts could not be posted for {} and are dropped", dropped, properties.giveUp());
        }
        List<Alert> due = rows.due(now, MOST_A_POST);
        if (!due.isEmpty()) {
            send(webhook, due, now);
        }
    }

    private void send(AlertWebhook to, List<Alert> due, Instant now) {
        String outcome = post(to, due, now);
        if (outcome.isEmpty()) {
            rows.delete(due);
        } else {
            // Its address may hold a token, so it is not said.
            LOG.warn("{} alerts could not be posted: {}", due.size(), outcome);
            rows.putOff(due, now.plus(retry.pause(rows.attempts(due) + 1)));
        }
    }

    /** Empty when they were taken. */
    private String post(AlertWebhook to, List<Alert> due, Instant now) {
        try {
            int status = to.post(new Alert.Post(server, now.toString(), due, rows.waiting() - due.size()), now);
            return status / 100 == 2 ? "" : "HTTP " + status;
        } catch (IOException e) {
            return e.getClass().getSimpleName();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
