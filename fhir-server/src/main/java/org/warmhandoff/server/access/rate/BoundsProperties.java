package org.warmhandoff.server.access.rate;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one request may be.
 *
 * @param parameters of a request, values with commas counted apart
 * @param includes of a search, both ways
 * @param chain how many links a chain or {@code _has} may have
 * @param bodyTime in which a body must have come
 */
@ConfigurationProperties("warmhandoff.security.bounds")
record BoundsProperties(
        @DefaultValue("500") int parameters,
        @DefaultValue("20") int includes,
        @DefaultValue("3") int chain,
        @DefaultValue("60s") Duration bodyTime) {

    BoundsProperties {
        if (parameters < 1 || includes < 0 || chain < 0 || bodyTime.isNegative() || bodyTime.isZero()) {
            throw new IllegalArgumentException("warmhandoff.security.bounds: parameters and body-time must be positive,"
                    + " includes and chain not negative");
        }
    }
}
