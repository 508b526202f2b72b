package org.warmhandoff.routes.hl7v2;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The HL7 v2 listener and sender.
 *
 * @param port 0 takes any free port
 * @param maxFrame longer messages are refused
 * @param idleTimeout a connection that sends nothing for so long is closed
 * @param maxConnections further connections are closed at once
 * @param threads messages that are taken in at the same time
 * @param sender how we send to partners
 * @param tls the listener that speaks TLS
 */
@ConfigurationProperties("warmhandoff.mllp")
public record MllpProperties(
        @DefaultValue("2575") int port,
        @DefaultValue("127.0.0.1") String bind,
        @DefaultValue("1MB") DataSize maxFrame,
        @DefaultValue("10m") Duration idleTimeout,
        @DefaultValue("256") int maxConnections,
        @DefaultValue("16") int threads,
        @DefaultValue Sender sender,
        @DefaultValue MllpTlsProperties tls) {

    private static final DataSize SMALLEST_FRAME = DataSize.ofKilobytes(4);
    private static final DataSize LARGEST_FRAME = DataSize.ofMegabytes(64);

    public MllpProperties {
        require(port >= 0 && port <= 65_535, "port must be from 0 to 65535");
        require(!bind.isBlank(), "bind must be an address of this machine");
        require(
                maxFrame.compareTo(SMALLEST_FRAME) >= 0 && maxFrame.compareTo(LARGEST_FRAME) <= 0,
                "max-frame must be from 4KB to 64MB");
        require(isPositive(idleTimeout), "idle-timeout must be longer than nothing");
        require(maxConnections > 0, "max-connections must be at least 1");
        require(threads > 0 && threads <= 1024, "threads must be from 1 to 1024");
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException("warmhandoff.mllp." + message);
        }
    }

    /**
     * How we send to partners.
     *
     * @param connectTimeout from the first packet to the open connection
     * @param answerTimeout from the open connection to the whole acknowledgement
     */
    public record Sender(@DefaultValue("5s") Duration connectTimeout, @DefaultValue("30s") Duration answerTimeout) {

        public Sender {
            require(isPositive(connectTimeout), "sender.connect-timeout must be longer than nothing");
            require(isPositive(answerTimeout), "sender.answer-timeout must be longer than nothing");
        }
    }
}
