package org.warmhandoff.routes.direct;

import java.time.Duration;
import java.util.List;
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
 * @param tls STARTTLS of the listener
 * @param relayTls STARTTLS towards the relay
 * @param trust under whom partners' certificates must be issued
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
        @DefaultValue("1m") Duration idleTimeout,
        @DefaultValue Tls tls,
        @DefaultValue RelayTls relayTls,
        @DefaultValue Trust trust) {

    /** Whether a connection is encrypted by STARTTLS (RFC 3207). */
    public enum Mode {
        OFF,
        /** Where the other side can. */
        OPTIONAL,
        /** Without it no mail passes. */
        REQUIRED
    }

    /**
     * Of the listener.
     *
     * @param certificate PEM file, with its chain
     * @param key PEM file of its key
     */
    public record Tls(@DefaultValue("off") Mode mode, @Nullable String certificate, @Nullable String key) {}

    /**
     * Towards the relay, whose certificate must name the configured host.
     *
     * @param trust PEM file of the authorities that may vouch for it, null for those of the Java runtime
     */
    public record RelayTls(@DefaultValue("optional") Mode mode, @Nullable String trust) {}

    /**
     * Of partners' certificates.
     *
     * @param anchors PEM file of authorities; null: a partner's certificate is trusted because it is configured
     * @param revocations files of revocation lists, looked at where there are anchors
     */
    public record Trust(@Nullable String anchors, @DefaultValue List<String> revocations) {

        public Trust {
            revocations = List.copyOf(revocations);
        }
    }

    private static final DataSize LARGEST = DataSize.ofMegabytes(64);

    public DirectProperties {
        require(address == null || address.isBlank() || Mailbox.isAddress(address), "address must be a mail address");
        require(port >= 0 && port <= 65_535, "port must be from 0 to 65535");
        require(relay.matches("[^:\\s]+:[0-9]{1,5}"), "relay must be of the form host:port");
        require(
                maxMessage.toBytes() >= 1024 && maxMessage.compareTo(LARGEST) <= 0,
                "max-message must be from 1KB to 64MB");
        require(maxConnections > 0, "max-connections must be at least 1");
        require(
                tls.mode() == Mode.OFF || tls.certificate() != null && tls.key() != null,
                "tls needs certificate and key, or mode off");
        require(trust.anchors() != null || trust.revocations().isEmpty(), "trust.revocations needs trust.anchors");
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
