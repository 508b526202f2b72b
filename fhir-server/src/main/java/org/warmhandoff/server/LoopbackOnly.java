package org.warmhandoff.server;

import java.net.InetAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.hl7v2.MllpProperties;
import org.warmhandoff.routes.hl7v2.MllpTlsProperties;

/**
 * Who sends HL7 v2 without a certificate is known by nothing but what it says, so that door is for this machine alone: any
 * other address stops the start. Who calls by HTTP shows a token, which must not be read on its way.
 */
@Component
class LoopbackOnly implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(LoopbackOnly.class);

    private final ServerProperties http;
    private final MllpProperties mllp;

    LoopbackOnly(ServerProperties http, MllpProperties mllp) {
        this.http = http;
        this.mllp = mllp;
    }

    @Override
    public void afterPropertiesSet() {
        check("warmhandoff.mllp.bind", address("warmhandoff.mllp.bind", mllp.bind()));
        // Who has to show a certificate is known.
        if (mllp.tls().asks() != MllpTlsProperties.ClientAuth.REQUIRED) {
            check(
                    "warmhandoff.mllp.tls.bind",
                    address("warmhandoff.mllp.tls.bind", mllp.tls().bind()));
        }
    }

    private static InetAddress address(String property, String host) {
        try {
            return InetAddress.getByName(host);
        } catch (java.net.UnknownHostException e) {
            throw new NotLoopback(property, host);
        }
    }

    private static void check(String property, @org.jspecify.annotations.Nullable InetAddress address) {
        if (address == null || !address.isLoopbackAddress()) {
            throw new NotLoopback(property, address == null ? "every address" : address.getHostAddress());
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void say() {
        boolean here = http.getAddress() != null && http.getAddress().isLoopbackAddress();
        boolean tls = http.getSsl() != null && http.getSsl().isEnabled();
        if (here) {
            LOG.info("HTTP is served to this machine only (loopback); server.address opens it to others.");
        } else if (!tls) {
            LOG.warn("HTTP is served to other machines without TLS: whoever is between reads tokens and records."
                    + " Set server.ssl.bundle, or put a proxy with TLS before it.");
        }
    }

    /** Stops the start. */
    static final class NotLoopback extends IllegalStateException {

        private static final long serialVersionUID = 1;

        NotLoopback(String property, String value) {
            super(property + ": \"" + value
                    + "\" is not this machine alone; senders of HL7 v2 are not known without certificates,"
                    + " so set it to 127.0.0.1 or use warmhandoff.mllp.tls with client-auth required");
        }
    }
}
