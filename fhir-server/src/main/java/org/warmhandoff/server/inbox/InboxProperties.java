package org.warmhandoff.server.inbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How accepted messages are worked off.
 *
 * @param lease how long a claimed message stays with its node; longer than any message takes to apply
 * @param synchronousGrace how long a message whose sender waits for the result is left to the thread that received it
 * @param pollInterval how often a node looks for messages that others received or left behind
 * @param threads messages applied at once on one node
 * @param giveUp how long after its arrival a message that cannot be applied is tried again
 */
@ConfigurationProperties("warmhandoff.inbox")
public record InboxProperties(
        @DefaultValue("2m") Duration lease,
        @DefaultValue("60s") Duration synchronousGrace,
        @DefaultValue("1s") Duration pollInterval,
        @DefaultValue("4") int threads,
        @DefaultValue("24h") Duration giveUp) {}
