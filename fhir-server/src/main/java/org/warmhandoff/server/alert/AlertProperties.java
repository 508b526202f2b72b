package org.warmhandoff.server.alert;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where alerts go.
 *
 * @param webhook address that alerts are posted to; none: they are in the log and the metrics only
 * @param secret {@code file:} and the file that holds what posts are signed with, or {@code env:} and a variable
 * @param interval the least time between two posts, whatever happens; each takes all that waits
 * @param giveUp how long an alert is tried
 */
@ConfigurationProperties("warmhandoff.alerts")
record AlertProperties(
        @Nullable URI webhook,
        @Nullable String secret,
        @DefaultValue("1m") Duration interval,
        @DefaultValue("24h") Duration giveUp) {

    AlertProperties {
        if (webhook != null
                && (webhook.getHost() == null
                        || !String.valueOf(webhook.getScheme()).startsWith("http"))) {
            throw new IllegalArgumentException("warmhandoff.alerts.webhook must be an http or https address");
        }
        if (webhook != null && secret == null) {
            throw new IllegalArgumentException(
                    "warmhandoff.alerts.secret is missing: without it nobody can tell an alert" + " from a forged one");
        }
        if (secret != null && !secret.startsWith("file:") && !secret.startsWith("env:")) {
            throw new IllegalArgumentException(
                    "warmhandoff.alerts.secret must be file: or env: and where it is, not the" + " secret itself");
        }
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("warmhandoff.alerts.interval must be above zero");
        }
    }
}
