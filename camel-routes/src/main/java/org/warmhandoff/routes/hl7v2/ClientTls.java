package org.warmhandoff.routes.hl7v2;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.warmhandoff.routes.partner.PartnerEndpoint;
import org.warmhandoff.routes.tls.TlsFiles;
import org.warmhandoff.routes.tls.WatchedFiles;

/** TLS towards partners: their certificate must be good and name the host that we meant (RFC 9525). */
final class ClientTls {

    private final Map<PartnerEndpoint.Tls, WatchedFiles<SslContext>> contexts = new ConcurrentHashMap<>();

    /** For one connection. Throws when the files are of no use. */
    SslHandler handler(PartnerEndpoint.Mllp endpoint, PartnerEndpoint.Tls tls, Duration atMost) throws Exception {
        SslContext context = contexts.computeIfAbsent(tls, ClientTls::context).get();
        SslHandler handler = context.newHandler(PooledByteBufAllocator.DEFAULT, endpoint.host(), endpoint.port());
        SSLEngine engine = handler.engine();
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        engine.setSSLParameters(parameters);
        handler.setHandshakeTimeoutMillis(atMost.toMillis());
        return handler;
    }

    private static WatchedFiles<SslContext> context(PartnerEndpoint.Tls tls) {
        return new TlsFiles(tls.certificate(), tls.privateKey(), tls.trust()).client();
    }
}
