package org.warmhandoff.routes.hl7v2;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.warmhandoff.routes.tls.CertificateFile;
import org.warmhandoff.routes.tls.TlsFiles;
import org.warmhandoff.routes.tls.UnusableTls;
import org.warmhandoff.routes.tls.WatchedFiles;

/** How the listener speaks TLS. Each connection gets the certificate that lies there when it is opened. */
public final class MllpTls {

    private final MllpTlsProperties properties;
    private final TlsFiles files;
    private final WatchedFiles<SslContext> contexts;

    /** Throws {@link UnusableTls} when the files are of no use. */
    public MllpTls(MllpTlsProperties properties, Path dataDirectory) {
        this.properties = properties;
        this.files = properties.files(dataDirectory);
        this.contexts = files.server(
                switch (properties.asks()) {
                    case NONE -> ClientAuth.NONE;
                    case OPTIONAL -> ClientAuth.OPTIONAL;
                    case REQUIRED -> ClientAuth.REQUIRE;
                },
                properties.protocols());
        if (properties.on()) {
            context();
        }
    }

    MllpTlsProperties properties() {
        return properties;
    }

    /** When our certificate ends, as far as it can be read; empty without TLS. */
    public Optional<Instant> certificateEnd() {
        Path certificate = files.certificate();
        try {
            return certificate == null ? Optional.empty() : Optional.of(CertificateFile.end(certificate));
        } catch (Exception unreadable) {
            return Optional.empty();
        }
    }

    /** For one connection. */
    SslHandler handler() {
        SslHandler handler = context().newHandler(PooledByteBufAllocator.DEFAULT);
        handler.setHandshakeTimeoutMillis(properties.handshakeTimeout().toMillis());
        return handler;
    }

    private SslContext context() {
        try {
            return contexts.get();
        } catch (Exception e) {
            String cause = e.getCause() == null
                    ? String.valueOf(e.getMessage())
                    : e.getCause().toString();
            throw new UnusableTls(
                    "warmhandoff.mllp.tls", Objects.toString(files.certificate()) + ", its key or trust: " + cause);
        }
    }
}
