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

/** There is no authentication yet, so the server listens to this machine alone. Any other address stops the start. */
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
        check("server.address", http.getAddress());
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
        LOG.info("Listening on this machine only (loopback): there is no authentication yet.");
    }

    /** Stops the start. */
    static final class NotLoopback extends IllegalStateException {

        private static final long serialVersionUID = 1;

        NotLoopback(String property, String value) {
            super(property + ": \"" + value + "\" is not this machine alone; there is no authentication yet,"
                    + " so set it to 127.0.0.1");
        }
    }
}
