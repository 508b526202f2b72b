package org.warmhandoff.routes.tls;

import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A TLS identity and whom it trusts, in PEM files. TLS 1.2 and 1.3 only, unless told otherwise (BCP 195, RFC 9325).
 *
 * @param certificate ours with its chain, null for a client that has none
 * @param privateKey its key in PKCS#8, not encrypted
 * @param trust the authorities that may vouch for the other side, null for those of the Java runtime
 */
public record TlsFiles(@Nullable Path certificate, @Nullable Path privateKey, @Nullable Path trust) {

    private static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

    /** For a listener; without protocols of its own it speaks the default ones. */
    public WatchedFiles<SslContext> server(ClientAuth clientAuth, List<String> protocols) {
        return watched(() -> {
            SslContextBuilder builder = SslContextBuilder.forServer(
                    Objects.requireNonNull(certificate).toFile(),
                    Objects.requireNonNull(privateKey).toFile());
            return built(builder.clientAuth(clientAuth), protocols);
        });
    }

    public WatchedFiles<SslContext> client() {
        return watched(this::clientContext);
    }

    /** For a blocking client. */
    public SSLSocketFactory socketFactory() throws GeneralSecurityException {
        try {
            return ((JdkSslContext) clientContext()).context().getSocketFactory();
        } catch (SSLException | IllegalArgumentException e) {
            throw new GeneralSecurityException("unusable files", e);
        }
    }

    private SslContext clientContext() throws SSLException {
        SslContextBuilder builder = SslContextBuilder.forClient();
        if (certificate != null && privateKey != null) {
            builder.keyManager(certificate.toFile(), privateKey.toFile());
        }
        return built(builder, List.of());
    }

    private SslContext built(SslContextBuilder builder, List<String> protocols) throws SSLException {
        if (trust != null) {
            builder.trustManager(trust.toFile());
        }
        return builder.sslProvider(SslProvider.JDK)
                .protocols(protocols.isEmpty() ? PROTOCOLS : protocols)
                .build();
    }

    private WatchedFiles<SslContext> watched(WatchedFiles.Maker<SslContext> maker) {
        List<Path> files = Stream.of(certificate, privateKey, trust)
                .filter(Objects::nonNull)
                .toList();
        return new WatchedFiles<>(files, maker);
    }
}
