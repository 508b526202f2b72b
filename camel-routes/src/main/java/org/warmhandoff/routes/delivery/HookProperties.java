package org.warmhandoff.routes.delivery;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Notifications to addresses that arrive by API.
 *
 * @param allowedHosts hosts, each with or without a port, that may be local and may speak plain HTTP
 */
@ConfigurationProperties("warmhandoff.subscriptions")
public record HookProperties(@DefaultValue Set<String> allowedHosts) {

    public HookProperties {
        allowedHosts = allowedHosts.stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
