package org.warmhandoff.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends one HL7 v2 block to the server and reads what it answers, as a partner's interface engine would. */
public final class Mllp {

    private static final int START = 0x0B;
    private static final int END = 0x1C;

    private Mllp() {}

    /** @param lines segments, separated by line feeds */
    public static String send(TestServer server, String lines) {
        byte[] body = (lines.strip().replace("\n", "\r") + "\r").getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket("127.0.0.1", server.mllpPort())) {
            socket.setSoTimeout(20_000);
            ByteArrayOutputStream block = new ByteArrayOutputStream();
            block.write(START);
            block.write(body);
            block.write(END);
            block.write('\r');
            socket.getOutputStream().write(block.toByteArray());
            return read(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        for (int b = in.read(); b != END && b >= 0; b = in.read()) {
            if (b != START) {
                answer.write(b);
            }
        }
        return answer.toString(StandardCharsets.UTF_8);
    }
}
