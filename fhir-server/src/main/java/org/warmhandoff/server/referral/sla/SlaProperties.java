package org.warmhandoff.server.referral.sla;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Clocks of referrals.
 *
 * @param missIntakeAfter how long after its start an intake that nobody was admitted from counts as missed
 * @param escalate whether staff get a task, and the webhook an alert, for a referral that waits too long
 * @param checkInterval pause between two looks
 */
@ConfigurationProperties("warmhandoff.referral")
public record SlaProperties(
        @DefaultValue("30m") Duration missIntakeAfter,
        @DefaultValue("true") boolean escalate,
        @DefaultValue("30s") Duration checkInterval) {

    public SlaProperties {
        if (missIntakeAfter.isNegative()) {
            throw new IllegalArgumentException("warmhandoff.referral.miss-intake-after must not be negative");
        }
    }
}
