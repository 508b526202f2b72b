package org.warmhandoff.routes.direct;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Direct secure messaging. Without an address there is no listener.
 *
 * @param address our Direct address; every mailbox of its domain is ours
 * @param keyStore PKCS#12 file with our key and certificate
 * @param port 0 takes any free port
 * @param relay {@code host:port} of the mail server that takes what we send
 * @param maxMessage longer messages are refused
 * @param maxConnections further connections are closed at once
 * @param idleTimeout a connection that says nothing for so long is closed
 */
@ConfigurationProperties("warmhandoff.direct")
public record DirectProperties(
        @Nullable String address,
        @DefaultValue("file:keys/direct.p12") String keyStore,
        @Nullable String keyStorePassword,
        @DefaultValue("2526") int port,
        @DefaultValue("127.0.0.1") String bind,
        @DefaultValue("127.0.0.1:25") String relay,
        @DefaultValue("30MB") DataSize maxMessage,
        @DefaultValue("64") int maxConnections,
        @DefaultValue("1m") Duration idleTimeout) {

    private static final DataSize LARGEST = DataSize.ofMegabytes(64);

    public DirectProperties {
        require(address == null || address.isBlank() || Mailbox.isAddress(address), "address must be a mail address");
        require(port >= 0 && port <= 65_535, "port must be from 0 to 65535");
        require(relay.matches("[^:\\s]+:[0-9]{1,5}"), "relay must be of the form host:port");
        require(
                maxMessage.toBytes() >= 1024 && maxMessage.compareTo(LARGEST) <= 0,
                "max-message must be from 1KB to 64MB");
        require(maxConnections > 0, "max-connections must be at least 1");
        require(!idleTimeout.isNegative() && !idleTimeout.isZero(), "idle-timeout must be longer than nothing");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException("warmhandoff.direct." + message);
        }
    }

    /** Whether we have an address, and so listen. */
    boolean enabled() {
        return address != null && !address.isBlank();
    }
}
