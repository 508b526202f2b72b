package org.warmhandoff.server.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How deliveries leave this node.
 *
 * @param retry when a failed delivery is tried again
 * @param threads deliveries under way at once on one node
 * @param perPartner of these, to one partner
 * @param breakerThreshold failures in a row after which a partner is left alone for a while
 * @param lease how long a delivery stays with its node; longer than any sending takes, renewed never
 * @param pollInterval how often a node looks for deliveries that others ordered or left behind
 * @param stopTimeout how long a stopping node waits for deliveries under way
 */
@ConfigurationProperties("warmhandoff.delivery")
public record DeliveryProperties(
        @DefaultValue RetryProperties retry,
        @DefaultValue("16") int threads,
        @DefaultValue("4") int perPartner,
        @DefaultValue("5") int breakerThreshold,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("500ms") Duration pollInterval,
        @DefaultValue("20s") Duration stopTimeout) {

    public DeliveryProperties {
        if (threads < 1 || perPartner < 1 || breakerThreshold < 1) {
            throw new IllegalArgumentException(
                    "warmhandoff.delivery.threads, per-partner and breaker-threshold must be 1 or more");
        }
    }
}
