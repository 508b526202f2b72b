package org.warmhandoff.routes.hl7v2;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An HL7 v2 message in ER7 encoding, read leniently: a byte order mark, CR, LF or CRLF, blank lines and segments of any
 * version are taken; meaning is the caller's business. Immutable.
 */
public final class Er7Message {

    private final List<Er7Segment> segments;

    private Er7Message(List<Er7Segment> segments) {
        this.segments = segments;
    }

    /** Reads a message; empty when the text does not start with an MSH segment. */
    public static Optional<Er7Message> parse(String text) {
        String trimmed = withoutByteOrderMark(text).strip();
        if (!trimmed.startsWith("MSH") || trimmed.length() < 8) {
            return Optional.empty();
        }
        Delimiters delimiters = Delimiters.of(trimmed.lines().findFirst().orElseThrow());
        return Optional.of(new Er7Message(
                lines(trimmed).map(line -> Er7Segment.parse(line, delimiters)).toList()));
    }

    private static Stream<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty());
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
        return segments.stream().filter(segment -> segment.id().equals(id)).findFirst();
    }

    /** MSH-10, the message control id. */
    public String controlId() {
        return msh().value(10);
    }

    /** MSH-9 as {@code REF^I12}. */
    public String type() {
        return msh().component(9, 1) + "^" + msh().component(9, 2);
    }
}
