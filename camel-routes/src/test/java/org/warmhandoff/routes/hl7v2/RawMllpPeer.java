package org.warmhandoff.routes.hl7v2;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A partner's listener that shares no code with the sender: reads one block a connection, then does as the test says. */
final class RawMllpPeer implements AutoCloseable {

    interface Behaviour {
        void act(Socket socket, String message) throws IOException;
    }

    private final ServerSocket server;
    private final Behaviour behaviour;
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch hungUp = new CountDownLatch(1);

    RawMllpPeer(Behaviour behaviour) throws IOException {
        this.behaviour = behaviour;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "raw-mllp-peer");
        thread.setDaemon(true);
        thread.start();
    }

    /** A peer that answers with exactly these bytes. */
    static RawMllpPeer answering(String bytes) throws IOException {
        return new RawMllpPeer((socket, message) -> socket.getOutputStream().write(bytes.getBytes(UTF_8)));
    }

    int port() {
        return server.getLocalPort();
    }

    List<String> received() {
        return received;
    }

    /** Whether the sender has let go of its connection. */
    boolean senderHungUp() throws InterruptedException {
        return hungUp.await(20, TimeUnit.SECONDS);
    }

    private void serve() {
        try {
            while (true) {
                try (Socket socket = server.accept()) {
                    String message = block(socket.getInputStream());
                    received.add(message);
                    behaviour.act(socket, message);
                    if (!socket.isClosed()) {
                        drain(socket);
                    }
                }
            }
        } catch (SocketException closed) {
            hungUp.countDown();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void drain(Socket socket) throws IOException {
        try {
            socket.getInputStream().transferTo(new ByteArrayOutputStream());
        } finally {
            hungUp.countDown();
        }
    }

    private static String block(InputStream in) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != 0x1C; b = in.read()) {
            if (b != 0x0B) {
                content.write(b);
            }
        }
        return in.read() == 0x0D ? content.toString(UTF_8) : "";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
