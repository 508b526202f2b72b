package org.warmhandoff.tests.harness;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The Minimal Lower Layer Protocol, written from its specification: 0x0B, content, 0x1C 0x0D. */
public final class MllpFraming {

    private static final int START = 0x0B;
    private static final int END = 0x1C;
    private static final int RETURN = 0x0D;

    private MllpFraming() {}

    public static byte[] frame(byte[] content) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(START);
        frame.writeBytes(content);
        frame.write(END);
        frame.write(RETURN);
        return frame.toByteArray();
    }

    /** The content of the next frame, or EOFException when the other side closed. */
    static byte[] read(InputStream in) throws IOException {
        int next = in.read();
        while (next != START) {
            if (next < 0) {
                throw new EOFException("closed before a frame");
            }
            next = in.read();
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (next = in.read(); next != END; next = in.read()) {
            if (next < 0) {
                throw new EOFException("closed within a frame");
            }
            content.write(next);
        }
        in.read();
        return content.toByteArray();
    }
}
