package org.warmhandoff.routes.hl7v2;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file or batch of messages in one block (HL7 v2.5.1, 2.10.3). Cut as bytes, since each message says by itself in which
 * characters it is written; all of them write segment names in ASCII.
 */
final class Er7Batch {

    private static final int NAME = 3;

    private Er7Batch() {}

    /** The messages in order; empty when the block begins with no batch or file header. */
    static List<byte[]> messages(byte[] block) {
        int start = afterByteOrderMark(block);
        if (!isAt(block, start, "FHS") && !isAt(block, start, "BHS")) {
            return List.of();
        }
        List<byte[]> messages = new ArrayList<>();
        ByteArrayOutputStream message = null;
        for (int from = start; from < block.length; ) {
            int to = endOfLine(block, from);
            if (isAt(block, from, "MSH")) {
                message = add(messages, message);
            } else if (isEnvelope(block, from) && message != null) {
                messages.add(message.toByteArray());
                message = null;
            }
            if (message != null) {
                message.write(block, from, to - from);
            }
            from = to;
        }
        add(messages, message);
        return messages;
    }

    /** The answers as a batch, with a file around it when there was one around the messages. */
    static byte[] of(List<byte[]> answers, byte[] block) {
        boolean file = isAt(block, afterByteOrderMark(block), "FHS");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, (file ? "FHS|^~\\&\r" : "") + "BHS|^~\\&\r");
        answers.forEach(out::writeBytes);
        write(out, "BTS|" + answers.size() + "\r" + (file ? "FTS|1\r" : ""));
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static ByteArrayOutputStream add(List<byte[]> messages, @Nullable ByteArrayOutputStream message) {
        if (message != null) {
            messages.add(message.toByteArray());
        }
        return new ByteArrayOutputStream();
    }

    private static boolean isEnvelope(byte[] block, int at) {
        return isAt(block, at, "FHS") || isAt(block, at, "BHS") || isAt(block, at, "BTS") || isAt(block, at, "FTS");
    }

    /** Behind the line's end, so that a message keeps its own. */
    private static int endOfLine(byte[] block, int from) {
        int to = from;
        while (to < block.length && block[to] != '\r' && block[to] != '\n') {
            to++;
        }
        while (to < block.length && (block[to] == '\r' || block[to] == '\n')) {
            to++;
        }
        return to;
    }

    private static boolean isAt(byte[] block, int at, String name) {
        return block.length >= at + NAME && new String(block, at, NAME, StandardCharsets.US_ASCII).equals(name);
    }

    private static int afterByteOrderMark(byte[] block) {
        int start = block.length > NAME && block[0] == (byte) 0xEF && block[1] == (byte) 0xBB ? NAME : 0;
        while (start < block.length && block[start] <= ' ' && block[start] >= 0) {
            start++;
        }
        return start;
    }
}
