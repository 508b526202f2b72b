package org.warmhandoff.server.access.rate;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often one client may ask; the client {@code staff} as it likes.
 *
 * @param requestsPerSecond of one client in a second, in the long run
 * @param burst of one client at once
 * @param concurrent requests of one client at the same time
 * @param tokensPerSecond asked for, or refused, from one address in a second, in the long run
 * @param tokenBurst of one address at once
 */
@ConfigurationProperties("warmhandoff.security.rate-limit")
record RateLimitProperties(
        @DefaultValue("500") int requestsPerSecond,
        @DefaultValue("5000") int burst,
        @DefaultValue("64") int concurrent,
        @DefaultValue("50") int tokensPerSecond,
        @DefaultValue("2000") int tokenBurst) {

    RateLimitProperties {
        atLeastOne("requests-per-second", requestsPerSecond);
        atLeastOne("burst", burst);
        atLeastOne("concurrent", concurrent);
        atLeastOne("tokens-per-second", tokensPerSecond);
        atLeastOne("token-burst", tokenBurst);
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("warmhandoff.security.rate-limit." + name + " must be at least 1");
        }
    }
}
