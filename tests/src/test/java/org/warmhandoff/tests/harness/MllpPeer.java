package org.warmhandoff.tests.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocket;

/** A hospital that listens for HL7 v2, writes down what it hears and answers by script. */
public final class MllpPeer implements AutoCloseable {

    private final int port = Ports.free();
    private final List<Er7> received = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Function<Er7, String> script = message -> "AA";
    private final ServerSocketFactory sockets;
    private final Charset charset;
    private volatile ServerSocket listener;

    public MllpPeer() {
        this(ServerSocketFactory.getDefault(), UTF_8);
    }

    /** By TLS it asks for a certificate. */
    public MllpPeer(ServerSocketFactory sockets, Charset charset) {
        this.sockets = sockets;
        this.charset = charset;
        pickUp();
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Listens again, on the same port. */
    public void pickUp() {
        try {
            ServerSocket socket = sockets.createServerSocket();
            if (socket instanceof SSLServerSocket tls) {
                tls.setNeedClientAuth(true);
            }
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            listener = socket;
            daemon(() -> accept(socket), "mllp-peer-" + port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes every connection and refuses new ones. */
    public void hangUp() {
        close(listener);
        open.forEach(MllpPeer::close);
    }

    /** The acknowledgement code for a message: AA, AE or AR. */
    public void answers(Function<Er7, String> code) {
        script = code;
    }

    /** What arrived about a message that it sent with that control id (MSA-2), in order of arrival. */
    public List<Er7> heardAbout(String controlId) {
        return received.stream()
                .filter(message -> message.value("MSA", 2).equals(controlId))
                .toList();
    }

    /** What arrived about a referral number of its own (RF1-6). */
    public List<Er7> noticesOn(String placer) {
        return received.stream()
                .filter(message -> message.component("RF1", 6, 1).equals(placer))
                .toList();
    }

    /** Everything that it took, in order of arrival, about a patient number of its own (PID-3). */
    public List<Er7> heardOf(Client client) {
        return received.stream()
                .filter(message -> message.component("PID", 3, 1).equals(client.mrn()))
                .toList();
    }

    /** RF1-1 of {@link #heardAbout}, such as {@code PPA}. */
    public String statesOf(String controlId) {
        return String.join(
                "",
                heardAbout(controlId).stream()
                        .map(message -> message.component("RF1", 1, 1))
                        .toList());
    }

    @Override
    public void close() {
        hangUp();
    }

    private void accept(ServerSocket socket) {
        try {
            while (!socket.isClosed()) {
                Socket connection = socket.accept();
                open.add(connection);
                daemon(() -> serve(connection), "mllp-peer-connection");
            }
        } catch (IOException hungUp) {
            close(socket);
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            while (true) {
                Er7 message = new Er7(new String(MllpFraming.read(in), charset));
                String code = script.apply(message);
                if (code.equals("AA")) {
                    received.add(message);
                }
                connection.getOutputStream().write(MllpFraming.frame(acknowledgement(message, code)));
                connection.getOutputStream().flush();
            }
        } catch (IOException closed) {
            open.remove(connection);
        }
    }

    private static byte[] acknowledgement(Er7 message, String code) {
        return String.join(
                        "\r",
                        "MSH|^~\\&|" + message.value("MSH", 5) + "|" + message.value("MSH", 6) + "|"
                                + message.value("MSH", 3) + "|" + message.value("MSH", 4)
                                + "|20260101000000||ACK^I12^ACK|A" + message.controlId() + "|P|2.5.1",
                        "MSA|" + code + "|" + message.controlId(),
                        "")
                .getBytes(UTF_8);
    }

    private static void daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
