package org.warmhandoff.routes.hl7v2;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** A sender that shares no code with the listener: a plain socket and the framing written out by hand. */
final class RawMllpClient implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;

    RawMllpClient(int port) throws IOException {
        this(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    /** On a socket that is connected, such as one that speaks TLS. */
    RawMllpClient(Socket connected) throws IOException {
        socket = connected;
        socket.setSoTimeout(20_000);
        in = new BufferedInputStream(socket.getInputStream());
    }

    static String framed(String message) {
        return "\u000b" + message + "\u001c\r";
    }

    void write(String bytes) throws IOException {
        write(bytes.getBytes(UTF_8));
    }

    void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** One whole answer, unframed. */
    String read() throws IOException {
        if (next() != 0x0B) {
            throw new IOException("No start byte");
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int b = next(); b != 0x1C; b = next()) {
            content.write(b);
        }
        if (next() != 0x0D) {
            throw new IOException("No return after the end byte");
        }
        return content.toString(UTF_8);
    }

    String ask(String message) throws IOException {
        write(framed(message));
        return read();
    }

    /** True when the other side has closed and sent nothing more. */
    boolean closedByPeer() throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketException | SSLException reset) {
            return true;
        }
    }

    boolean hasNothingFor(Duration time) throws IOException {
        socket.setSoTimeout(Math.toIntExact(time.toMillis()));
        try {
            in.mark(1);
            in.read();
            in.reset();
            return false;
        } catch (SocketTimeoutException nothing) {
            return true;
        } finally {
            socket.setSoTimeout(20_000);
        }
    }

    private int next() throws IOException {
        int b = in.read();
        if (b < 0) {
            throw new EOFException();
        }
        return b;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
