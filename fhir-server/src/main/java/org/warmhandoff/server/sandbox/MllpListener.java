package org.warmhandoff.server.sandbox;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A listener as a hospital runs it: takes every message, keeps it and answers AA. */
final class MllpListener implements AutoCloseable {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    private final ServerSocket server;
    private final Clock clock;
    private final Mailbox<V2Message> mailbox = new Mailbox<>();
    private final AtomicLong answers = new AtomicLong();

    private MllpListener(ServerSocket server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    /** Listens on loopback; port 0 takes a free one. */
    static MllpListener open(int port, Clock clock) throws IOException {
        ServerSocket server = new ServerSocket();
        server.setReuseAddress(true);
        try {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            server.close();
            throw taken;
        }
        MllpListener listener = new MllpListener(server, clock);
        start("sandbox-mllp-" + server.getLocalPort(), listener::acceptAll);
        return listener;
    }

    int port() {
        return server.getLocalPort();
    }

    Mailbox<V2Message> mailbox() {
        return mailbox;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException alreadyGone) {
            throw new UncheckedIOException(alreadyGone);
        }
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                start("sandbox-mllp-peer", () -> converse(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket socket) {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream());
                OutputStream out = socket.getOutputStream()) {
            for (Optional<String> text = Mllp.read(in); text.isPresent(); text = Mllp.read(in)) {
                V2Message message = new V2Message(text.get());
                mailbox.put(message);
                Mllp.write(out, acknowledgement(message));
            }
        } catch (IOException gone) {
            // The other side hung up: it will send again, on a new connection.
        }
    }

    private String acknowledgement(V2Message message) {
        return String.join(
                "\r",
                String.join(
                        "|",
                        "MSH",
                        "^~\\&",
                        message.field("MSH", 5),
                        message.field("MSH", 6),
                        message.field("MSH", 3),
                        message.field("MSH", 4),
                        STAMP.format(clock.instant()),
                        "",
                        "ACK^" + message.field("MSH", 9).replaceFirst("^[^^]*\\^?([^^]*).*$", "$1") + "^ACK",
                        "A" + message.controlId() + answers.incrementAndGet(),
                        message.field("MSH", 11),
                        message.field("MSH", 12)),
                "MSA|AA|" + message.controlId(),
                "");
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
