package org.warmhandoff.routes.hl7v2;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * MSH-18 before the message is decoded: it stands after the 17th separator and is ASCII whatever the message is in. An
 * empty first repetition stands for ASCII, which the others of them add to (HL7 v2.5.1, 2.15.9.18).
 */
final class Header18 {

    private static final int SEPARATORS = 17;

    private Header18() {}

    /** The names, in order; none when the field is empty. */
    static List<String> names(byte[] bytes) {
        int start = header(bytes);
        int separators = 0;
        for (int i = start + 3; i < bytes.length && bytes[i] != '\r' && bytes[i] != '\n'; i++) {
            if (bytes[i] == bytes[start + 3] && ++separators == SEPARATORS) {
                return names(word(bytes, i + 1, bytes[start + 3]), (char) bytes[start + 5]);
            }
        }
        return List.of();
    }

    /** Behind line ends, and behind the header of a batch around a single message. */
    private static int header(byte[] bytes) {
        int at = 0;
        for (int i = 0; i + 3 < bytes.length; i++) {
            boolean lineStart = i == 0 || bytes[i - 1] == '\r' || bytes[i - 1] == '\n';
            if (lineStart && bytes[i] == 'M' && bytes[i + 1] == 'S' && bytes[i + 2] == 'H') {
                return i;
            }
        }
        return at;
    }

    private static List<String> names(String field, char repetition) {
        return Arrays.stream(field.split(java.util.regex.Pattern.quote(String.valueOf(repetition))))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String word(byte[] bytes, int start, byte separator) {
        int end = start;
        while (end < bytes.length && bytes[end] != separator && bytes[end] >= ' ') {
            end++;
        }
        return new String(bytes, start, end - start, StandardCharsets.US_ASCII);
    }
}
