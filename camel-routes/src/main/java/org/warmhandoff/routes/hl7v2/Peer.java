package org.warmhandoff.routes.hl7v2;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.SslHandler;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the other end of a connection.
 *
 * @param certificate what it proved by TLS to have the key of; null when nothing
 */
record Peer(@Nullable X509Certificate certificate) {

    static final Peer UNKNOWN = new Peer(null);

    static Peer of(ChannelHandlerContext ctx) {
        SslHandler tls = ctx.pipeline().get(SslHandler.class);
        try {
            return tls != null && tls.engine().getSession().getPeerCertificates()[0] instanceof X509Certificate known
                    ? new Peer(known)
                    : UNKNOWN;
        } catch (SSLPeerUnverifiedException none) {
            return UNKNOWN;
        }
    }
}
