package org.warmhandoff.routes.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long an attempt may take.
 *
 * @param connectTimeout until the partner has taken the connection
 * @param readTimeout from then until it has answered; for files, until the transfer is done
 */
@ConfigurationProperties("warmhandoff.delivery.sender")
public record SenderProperties(
        @DefaultValue("10s") Duration connectTimeout, @DefaultValue("30s") Duration readTimeout) {

    public SenderProperties {
        requirePositive("connect-timeout", connectTimeout);
        requirePositive("read-timeout", readTimeout);
    }

    private static void requirePositive(String name, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException("warmhandoff.delivery.sender." + name + " must be positive");
        }
    }
}
