package org.warmhandoff.routes.hl7v2;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The characters of a message and the character set they came in: a byte order mark, else MSH-18 (HL7 table 0211), else
 * what the bytes fit. All is decoded before anything is cut, so no byte of a character is taken for a delimiter.
 *
 * @param fit how sure that is
 */
record Er7Text(String text, Charset charset, Fit fit) {

    /** Whether the characters are the ones that were meant. */
    enum Fit {
        /** The bytes are of the set that they say, or of one that shows itself. */
        GOOD,
        /** MSH-18 is no name that is known here, and the bytes do not show what they are. */
        UNKNOWN,
        /** The bytes are not of the set that MSH-18 names. */
        BROKEN
    }

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] LITTLE_MARK = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] BIG_MARK = {(byte) 0xFE, (byte) 0xFF};

    /**
     * Senders that leave MSH-18 empty, or say ASCII or UTF-8 wrongly, are so many that their bytes are taken for UTF-8
     * where they are valid, else for ISO-8859-1. Never throws.
     */
    static Er7Text decode(byte[] bytes) {
        if (startsWith(bytes, UTF_8_MARK)) {
            return in(StandardCharsets.UTF_8, bytes, UTF_8_MARK.length);
        }
        Optional<Charset> wide = wide(bytes);
        if (wide.isPresent()) {
            return in(wide.get(), bytes, 0);
        }
        Optional<String> name = name(Header18.names(bytes));
        Optional<Charset> named = name.flatMap(Table0211::charset);
        if (named.isPresent() && !isGuessable(named.get()) && Table0211.extendsAscii(named.get())) {
            return in(named.get(), bytes, 0);
        }
        Er7Text utf8 = in(StandardCharsets.UTF_8, bytes, 0);
        if (utf8.fit == Fit.GOOD) {
            return utf8;
        }
        boolean wrong = name.isPresent() && named.filter(Er7Text::isGuessable).isEmpty();
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        return new Er7Text(latin, StandardCharsets.ISO_8859_1, wrong ? Fit.UNKNOWN : Fit.GOOD);
    }

    /** The first that is more than ASCII: the others are switched to by escapes that nobody here sends. */
    private static Optional<String> name(List<String> names) {
        return names.stream()
                .filter(name -> Table0211.charset(name)
                        .filter(StandardCharsets.US_ASCII::equals)
                        .isEmpty())
                .findFirst();
    }

    /** An answer in the character set of the message, with the byte order mark that its characters cannot do without. */
    byte[] encode(String other) {
        return other.getBytes(charset);
    }

    /** ASCII and UTF-8 show themselves in the bytes. */
    private static boolean isGuessable(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII);
    }

    /** UTF-16, by its mark or by the zeros around {@code MSH}, {@code FHS} or {@code BHS}. */
    private static Optional<Charset> wide(byte[] bytes) {
        if (startsWith(bytes, BIG_MARK)) {
            return Optional.of(StandardCharsets.UTF_16);
        } else if (startsWith(bytes, LITTLE_MARK)) {
            return Optional.of(Charset.forName("x-UTF-16LE-BOM"));
        } else if (bytes.length >= 4 && bytes[0] == 0 && bytes[2] == 0 && bytes[1] != 0) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        boolean little = bytes.length >= 4 && bytes[1] == 0 && bytes[3] == 0 && bytes[0] != 0 && bytes[2] != 0;
        return little ? Optional.of(StandardCharsets.UTF_16LE) : Optional.empty();
    }

    private static Er7Text in(Charset charset, byte[] bytes, int start) {
        ByteBuffer content = ByteBuffer.wrap(bytes, start, bytes.length - start);
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(content)
                    .toString();
            return new Er7Text(text, charset, Fit.GOOD);
        } catch (CharacterCodingException broken) {
            return new Er7Text(new String(bytes, start, bytes.length - start, charset), charset, Fit.BROKEN);
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length && java.util.Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }
}
