package org.warmhandoff.routes.direct;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.TooMuchDataException;
import org.subethamail.smtp.server.SMTPServer;

/** The mail server of our Direct domain (RFC 5321). It relays nothing: mail for other domains is refused. */
public final class DirectListener implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DirectListener.class);
    private static final int TRY_LATER = 451;

    private final DirectProperties properties;
    private final DirectIntake intake;
    private final DirectKeys keys;
    private @Nullable SMTPServer server;

    DirectListener(DirectProperties properties, DirectIntake intake, DirectKeys keys) {
        this.properties = properties;
        this.keys = keys;
        this.intake = intake;
    }

    @Override
    public synchronized void start() {
        if (server != null || !properties.enabled()) {
            return;
        }
        Mailbox ours = Mailbox.of(String.valueOf(properties.address()));
        SMTPServer.Builder builder = new SMTPServer.Builder()
                .bindAddress(bind())
                .port(properties.port())
                .hostName(ours.domain())
                .softwareName("Warm Handoff")
                .maxMessageSize(limit())
                .maxConnections(properties.maxConnections())
                .connectionTimeout(Math.toIntExact(properties.idleTimeout().toMillis()), TimeUnit.MILLISECONDS)
                .maxRecipients(10)
                .messageHandlerFactory(context -> new Mail(ours, isRelay(context.getRemoteAddress())));
        DirectProperties.Tls tls = properties.tls();
        if (tls.mode() != DirectProperties.Mode.OFF) {
            builder.startTlsSocketFactory(keys.listenerTls(tls))
                    .enableTLS(true)
                    .requireTLS(tls.mode() == DirectProperties.Mode.REQUIRED);
        }
        SMTPServer started = builder.build();
        started.start();
        server = started;
    }

    private InetAddress bind() {
        try {
            return InetAddress.getByName(properties.bind());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("warmhandoff.direct.bind: is no address of this machine", e);
        }
    }

    /** Whether a connection comes from the host that takes what we send; only it may say that it could not deliver. */
    private boolean isRelay(SocketAddress remote) {
        String host = properties.relay().substring(0, properties.relay().lastIndexOf(':'));
        try {
            return remote instanceof InetSocketAddress from
                    && Arrays.asList(InetAddress.getAllByName(host)).contains(from.getAddress());
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private int limit() {
        return Math.toIntExact(properties.maxMessage().toBytes());
    }

    /** The port that is listened on. */
    public synchronized int port() {
        if (server == null) {
            throw new IllegalStateException("The Direct listener is not running");
        }
        return server.getPortAllocated();
    }

    @Override
    public synchronized void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return server != null;
    }

    /** One mail as it comes in. */
    private final class Mail implements MessageHandler {

        private final Mailbox ours;
        private final boolean relay;
        private String recipient = "";
        private boolean bounce;

        Mail(Mailbox ours, boolean relay) {
            this.ours = ours;
            this.relay = relay;
        }

        /** Who sends it is what the signature says; nobody signs a bounce. */
        @Override
        public void from(String from) {
            bounce = relay && from.isBlank();
        }

        @Override
        public void recipient(String address) throws RejectException {
            if (!Mailbox.isAddress(address) || !Mailbox.of(address).inDomainOf(ours)) {
                throw new RejectException(550, "5.1.1 No such mailbox here");
            }
            recipient = Mailbox.of(address).name();
        }

        @Override
        public @Nullable String data(InputStream data) throws RejectException, TooMuchDataException, IOException {
            byte[] mail = data.readNBytes(limit() + 1);
            if (mail.length > limit()) {
                throw tooLarge(data);
            }
            DirectIntake.Answer answer = take(mail);
            if (answer instanceof DirectIntake.Answer.Refused refused) {
                throw new RejectException(550, refused.words());
            }
            return ((DirectIntake.Answer.Taken) answer).words();
        }

        /** Hears a little of the rest, so that an honest sender hears why; who never ends is cut off. */
        private RejectException tooLarge(InputStream rest) throws IOException {
            long skipped = 0;
            while (rest.read() >= 0) {
                if (++skipped > 2L * limit()) {
                    throw new TooMuchDataException("the message does not end");
                }
            }
            return new RejectException(552, "5.3.4 The message is too large");
        }

        private DirectIntake.Answer take(byte[] mail) throws RejectException {
            try {
                return intake.take(recipient, mail, bounce);
            } catch (IOException | RuntimeException e) {
                LOG.error("Direct message not taken: {}", e.getClass().getName());
                throw new RejectException(TRY_LATER, "4.3.0 Not now");
            }
        }

        @Override
        public void done() {
            // Everything was done with the data.
        }
    }
}
