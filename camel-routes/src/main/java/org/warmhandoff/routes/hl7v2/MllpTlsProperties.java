package org.warmhandoff.routes.hl7v2;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.warmhandoff.routes.tls.TlsFiles;
import org.warmhandoff.routes.tls.UnusableTls;

/**
 * {@code warmhandoff.mllp.tls}: the HL7 v2 listener that speaks TLS.
 *
 * @param port 0 takes any free port
 * @param bind an address of this machine
 * @param certificate PEM file with our certificate and its chain; without it there is no such listener
 * @param privateKey PEM file with its key
 * @param trust PEM file with the authorities that may vouch for senders
 * @param clientAuth whether senders must, may or cannot show a certificate
 * @param protocols versions of TLS
 * @param handshakeTimeout a connection that is not agreed on by then is closed
 * @param only no listener without TLS
 */
public record MllpTlsProperties(
        @DefaultValue("2576") int port,
        @DefaultValue("127.0.0.1") String bind,
        @Nullable String certificate,
        @Nullable String privateKey,
        @Nullable String trust,
        @Nullable ClientAuth clientAuth,
        @DefaultValue({"TLSv1.3", "TLSv1.2"}) List<String> protocols,
        @DefaultValue("10s") Duration handshakeTimeout,
        @DefaultValue("false") boolean only) {

    private static final String NAME = "warmhandoff.mllp.tls.";

    public static final MllpTlsProperties OFF =
            new MllpTlsProperties(0, "127.0.0.1", null, null, null, null, List.of(), Duration.ofSeconds(10), false);

    /** What is asked of senders. */
    public enum ClientAuth {
        NONE,
        OPTIONAL,
        REQUIRED
    }

    public MllpTlsProperties {
        protocols = List.copyOf(protocols);
        require(port >= 0 && port <= 65_535, "port", "must be from 0 to 65535");
        require(!handshakeTimeout.isNegative() && !handshakeTimeout.isZero(), "handshake-timeout", "must be positive");
        require(certificate == null == (privateKey == null), "private-key", "goes with certificate");
        require(certificate != null || !only, "certificate", "is needed where only TLS is spoken");
        require(
                trust != null || clientAuth == null || clientAuth == ClientAuth.NONE,
                "trust",
                "is needed to ask senders for a certificate");
        require(
                protocols.stream().allMatch(protocol -> protocol.matches("TLSv1\\.[23]")),
                "protocols",
                "must be of TLSv1.2 and TLSv1.3");
    }

    public boolean on() {
        return certificate != null;
    }

    /** Whoever names authorities wants to know who sends. */
    public ClientAuth asks() {
        if (clientAuth != null) {
            return clientAuth;
        }
        return trust == null ? ClientAuth.NONE : ClientAuth.REQUIRED;
    }

    /** @param dataDirectory what {@code file:} references are relative to */
    public TlsFiles files(Path dataDirectory) {
        return new TlsFiles(
                file(certificate, dataDirectory), file(privateKey, dataDirectory), file(trust, dataDirectory));
    }

    static @Nullable Path file(@Nullable String reference, Path dataDirectory) {
        if (reference == null) {
            return null;
        }
        String path = reference.startsWith("file:") ? reference.substring("file:".length()) : reference;
        return dataDirectory.resolve(path.replaceFirst("^//+", "/")).normalize();
    }

    private static void require(boolean holds, String property, String mistake) {
        if (!holds) {
            throw new UnusableTls(NAME + property, mistake);
        }
    }
}
