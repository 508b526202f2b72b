package org.warmhandoff.routes.hl7v2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An HL7 v2 message in ER7 encoding, read leniently: a byte order mark, CR, LF or CRLF, blank lines and segments of any
 * version are taken; meaning is the caller's business. Immutable.
 */
public final class Er7Message {

    private final List<Er7Segment> segments;

    private Er7Message(List<Er7Segment> segments) {
        this.segments = segments;
    }

    /** Reads a message as it came over the wire, in the character set that it declares. */
    public static Optional<Er7Message> parse(byte[] bytes) {
        return parse(Er7Text.decode(bytes).text());
    }

    /** Reads a message; empty when the text does not start with an MSH segment or is binary. */
    public static Optional<Er7Message> parse(String text) {
        List<String> lines = lines(withoutByteOrderMark(text));
        if (lines.isEmpty() || !isHeader(lines.get(0)) || text.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        Delimiters delimiters = Delimiters.of(lines.get(0));
        List<Er7Segment> segments = new ArrayList<>(lines.size());
        for (String line : lines) {
            segments.add(Er7Segment.parse(line, delimiters));
        }
        return Optional.of(new Er7Message(List.copyOf(segments)));
    }

    private static boolean isHeader(String line) {
        return line.length() >= 8 && line.startsWith("MSH") && Delimiters.isDelimiter(line.charAt(3));
    }

    /** Some senders wrap even a single message as a file and batch of one (HL7 v2.5.1, 2.10.3). */
    private static boolean isBatchHeader(String line) {
        return line.startsWith("FHS") || line.startsWith("BHS");
    }

    private static boolean isBatchTrailer(String line) {
        return line.startsWith("BTS") || line.startsWith("FTS");
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '\r' || text.charAt(i) == '\n') {
                String line = text.substring(start, i).strip();
                if (!line.isEmpty() && !(lines.isEmpty() && isBatchHeader(line)) && !isBatchTrailer(line)) {
                    lines.add(line);
                }
                start = i + 1;
            }
        }
        return lines;
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    public Er7Segment msh() {
        return segments.get(0);
    }

    /** All segments in the order of the message. */
    public List<Er7Segment> segments() {
        return segments;
    }

    public List<Er7Segment> all(String id) {
        return segments.stream().filter(segment -> segment.id().equals(id)).toList();
    }

    public Optional<Er7Segment> first(String id) {
        for (Er7Segment segment : segments) {
            if (segment.id().equals(id)) {
                return Optional.of(segment);
            }
        }
        return Optional.empty();
    }

    /** MSH-10, the message control id: the whole field, as it is an opaque key and not data. */
    public String controlId() {
        return msh().raw(10).strip();
    }

    /** MSH-9 as {@code REF^I12}. */
    public String type() {
        return msh().component(9, 1) + "^" + msh().component(9, 2);
    }
}
