package org.warmhandoff.server.files;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the folders of partners are watched.
 *
 * @param pollInterval pause between two looks into all of them
 * @param threads folders looked into at the same time
 */
@ConfigurationProperties("warmhandoff.files")
record FilesProperties(@DefaultValue("10s") Duration pollInterval, @DefaultValue("4") int threads) {

    FilesProperties {
        if (pollInterval.isZero() || pollInterval.isNegative()) {
            throw new IllegalArgumentException("warmhandoff.files.poll-interval must be positive");
        }
        if (threads < 1 || threads > 64) {
            throw new IllegalArgumentException("warmhandoff.files.threads must be from 1 to 64");
        }
    }
}
