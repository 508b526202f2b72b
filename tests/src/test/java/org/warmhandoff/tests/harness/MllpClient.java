package org.warmhandoff.tests.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** A sender of HL7 v2 on one raw socket: it may also misbehave. */
public final class MllpClient implements AutoCloseable {

    private static final int ANSWER_MILLIS = 60_000;

    private final Socket socket;
    private final InputStream in;

    public MllpClient(int port) {
        this(port, SocketFactory.getDefault());
    }

    /** By TLS with sockets of that kind. */
    public MllpClient(int port, SocketFactory sockets) {
        try {
            socket = sockets.createSocket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends one message on a connection of its own and answers its acknowledgement. */
    public static Er7 sendOnce(int port, String message) {
        try (MllpClient client = new MllpClient(port)) {
            return client.send(message);
        }
    }

    public Er7 send(String message) {
        writeFrame(message);
        return read();
    }

    public void writeFrame(String message) {
        write(MllpFraming.frame(message.getBytes(UTF_8)));
    }

    /** Bytes as they are, framed or not. */
    public void write(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Er7 read() {
        try {
            return new Er7(new String(MllpFraming.read(in), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many bytes of an answer have arrived, without waiting for more. */
    public int bytesWaiting() {
        try {
            return in.available();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Says that nothing more will come, but still listens. */
    public void stopSending() {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
