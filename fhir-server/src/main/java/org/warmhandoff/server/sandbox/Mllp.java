package org.warmhandoff.server.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** The minimal lower layer protocol: 0x0B, the message, 0x1C 0x0D (HL7 v2.5.1 Implementation Guide, appendix C). */
final class Mllp {

    private static final int START = 0x0B;
    private static final int END = 0x1C;
    private static final int LONGEST = 1 << 20;

    private Mllp() {}

    /** Sends one message over a connection of its own and waits for its answer. */
    static V2Message exchange(InetSocketAddress address, String message, Duration limit) throws IOException {
        int millis = Math.toIntExact(Math.max(1, limit.toMillis()));
        try (Socket socket = new Socket()) {
            socket.connect(address, millis);
            socket.setSoTimeout(millis);
            write(socket.getOutputStream(), message);
            return read(socket.getInputStream())
                    .map(V2Message::new)
                    .orElseThrow(() -> new EOFException("connection closed without an answer"));
        }
    }

    static void write(OutputStream out, String message) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(START);
        frame.writeBytes(message.getBytes(StandardCharsets.UTF_8));
        frame.write(END);
        frame.write('\r');
        frame.writeTo(out);
        out.flush();
    }

    /** The next message, or nothing when the other side closed the connection. */
    static Optional<String> read(InputStream in) throws IOException {
        int next = in.read();
        while (next != START) {
            if (next < 0) {
                return Optional.empty();
            }
            next = in.read();
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (next = in.read(); next != END; next = in.read()) {
            if (next < 0 || body.size() == LONGEST) {
                throw new EOFException("frame not ended after " + body.size() + " bytes");
            }
            body.write(next);
        }
        if (in.read() != '\r') {
            throw new IOException("frame ends without a carriage return");
        }
        return Optional.of(body.toString(StandardCharsets.UTF_8));
    }
}
