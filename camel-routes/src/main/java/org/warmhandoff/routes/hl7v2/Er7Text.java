package org.warmhandoff.routes.hl7v2;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The characters of a message and the character set they came in: MSH-18 (HL7 table 0211), else what the bytes fit. */
record Er7Text(String text, Charset charset) {

    /** UTF-8 where the bytes are valid UTF-8, else ISO-8859-1: many senders leave MSH-18 empty, or have it wrong. */
    static Er7Text decode(byte[] bytes) {
        int start = hasByteOrderMark(bytes) ? 3 : 0;
        Optional<Charset> declared = start == 0 ? declared(bytes) : Optional.empty();
        if (declared.isPresent()) {
            return in(declared.get(), bytes, start);
        }
        Er7Text utf8 = in(StandardCharsets.UTF_8, bytes, start);
        boolean replaced = utf8.text.indexOf('\uFFFD') >= 0 && !isUtf8(bytes);
        return replaced ? in(StandardCharsets.ISO_8859_1, bytes, start) : utf8;
    }

    byte[] encode(String other) {
        return other.getBytes(charset);
    }

    private static Er7Text in(Charset charset, byte[] bytes, int start) {
        return new Er7Text(new String(bytes, start, bytes.length - start, charset), charset);
    }

    private static boolean hasByteOrderMark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }

    /** Only the single-byte sets need to be believed; ASCII and UTF-8 show themselves in the bytes. */
    private static Optional<Charset> declared(byte[] bytes) {
        String name = field18(bytes).strip();
        if (!name.startsWith("8859/")) {
            return Optional.empty();
        }
        String iana = "ISO-8859-" + name.substring(5);
        boolean known = name.matches("8859/\\d{1,2}") && Charset.isSupported(iana);
        return known ? Optional.of(Charset.forName(iana)) : Optional.empty();
    }

    /** MSH-18 stands after the 17th separator, and is ASCII whatever the message is in. */
    private static String field18(byte[] bytes) {
        int separators = 0;
        for (int i = 3; i < bytes.length && bytes[i] != '\r' && bytes[i] != '\n'; i++) {
            if (bytes[i] == bytes[3] && ++separators == 17) {
                return word(bytes, i + 1);
            }
        }
        return "";
    }

    private static String word(byte[] bytes, int start) {
        int end = start;
        while (end < bytes.length && isWordOf0211(bytes[end])) {
            end++;
        }
        return new String(bytes, start, end - start, StandardCharsets.US_ASCII);
    }

    private static boolean isWordOf0211(byte b) {
        return Character.isLetterOrDigit(b) || b == '/' || b == '-' || b == ' ';
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }
}
