package org.warmhandoff.tests.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One connection through a door, and what happens to it. */
final class ProxiedConnection {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int DELAY_MILLIS = 700;
    private static final int UNCUT = Integer.MAX_VALUE;
    /** Within the shortest message of any kind, behind its first bytes. */
    private static final int CUT_REQUEST_AT = 150;

    private static final int CUT_ANSWER_AT = 20;

    private final Socket client;
    private final Mishap mishap;
    private final Consumer<ProxiedConnection> ended;
    private volatile @Nullable Socket server;

    ProxiedConnection(Socket client, Mishap mishap, Consumer<ProxiedConnection> ended) {
        this.client = client;
        this.mishap = mishap;
        this.ended = ended;
    }

    void serve(int port) {
        try {
            switch (mishap) {
                case RESET -> reset();
                case SILENCE -> swallow();
                default -> connect(port);
            }
        } catch (IOException e) {
            reset();
        }
    }

    /** Ends it with a reset on both sides, so that nobody takes it for a regular end. */
    void reset() {
        ended.accept(this);
        reset(client);
        reset(server);
    }

    private void connect(int port) throws IOException {
        Socket to = new Socket();
        server = to;
        to.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
        to.setTcpNoDelay(true);
        client.setTcpNoDelay(true);
        int request = mishap == Mishap.CUT_REQUEST ? CUT_REQUEST_AT : UNCUT;
        int answer =
                switch (mishap) {
                    case LOSE_ANSWER -> 0;
                    case CUT_ANSWER -> CUT_ANSWER_AT;
                    default -> UNCUT;
                };
        Thread answering = Threads.daemon(() -> pump(to, client, answer), "proxied-answer");
        pump(client, to, request);
        awaitEnd(answering);
        // Both have said all they had to say; a reset could take from them what they have not read yet.
        ended.accept(this);
        client.close();
        to.close();
    }

    private static void awaitEnd(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Copies until that many bytes have passed, then resets; passes a regular end on as one. */
    private void pump(Socket from, Socket to, int limit) {
        byte[] piece = new byte[16 * 1024];
        int left = limit;
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                if (mishap == Mishap.DELAY) {
                    Pause.ofMillis(DELAY_MILLIS);
                }
                out.write(piece, 0, Math.min(read, left));
                out.flush();
                if (read > left || left == 0) {
                    reset();
                    return;
                }
                left = left == UNCUT ? UNCUT : left - read;
            }
            to.shutdownOutput();
        } catch (IOException e) {
            reset();
        }
    }

    private void swallow() throws IOException {
        InputStream in = client.getInputStream();
        byte[] piece = new byte[4096];
        while (in.read(piece) >= 0) {
            // Taken and forgotten.
        }
        ended.accept(this);
        client.close();
    }

    private static void reset(@Nullable Socket socket) {
        if (socket == null || socket.isClosed()) {
            return;
        }
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // Gone already.
        }
    }
}
