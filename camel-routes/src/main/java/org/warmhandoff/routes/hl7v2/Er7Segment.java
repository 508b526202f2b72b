package org.warmhandoff.routes.hl7v2;

import java.util.ArrayList;
import java.util.List;

/**
 * One segment. Positions count from 1 as in the standard; what is absent reads as the empty string, so that a caller
 * never meets null or a bound.
 */
public final class Er7Segment {

    private final String id;
    private final List<String> fields;
    private final Delimiters delimiters;

    private Er7Segment(String id, List<String> fields, Delimiters delimiters) {
        this.id = id;
        this.fields = fields;
        this.delimiters = delimiters;
    }

    public static Er7Segment parse(String line, Delimiters delimiters) {
        List<String> parts = split(line, delimiters.field());
        return new Er7Segment(parts.get(0), parts, delimiters);
    }

    /** The three letters, such as {@code PID}. */
    public String id() {
        return id;
    }

    Delimiters delimiters() {
        return delimiters;
    }

    /** The whole field as sent: repetitions, components and escapes untouched. MSH-1 is the field separator. */
    public String raw(int field) {
        boolean header = id.equals("MSH");
        if (header && field == 1) {
            return String.valueOf(delimiters.field());
        }
        int index = header ? field - 1 : field;
        return index < fields.size() && !Er7Value.isNull(fields.get(index)) ? fields.get(index) : "";
    }

    /** First repetition, first component, first subcomponent, unescaped. */
    public String value(int field) {
        return component(field, 1);
    }

    /** A component of the first repetition; its first subcomponent, unescaped. */
    public String component(int field, int component) {
        return new Er7Value(Er7Value.part(raw(field), delimiters.repetition(), 1), delimiters).component(component);
    }

    /** All repetitions of a field; one empty repetition when the field is absent. */
    public List<Er7Value> repetitions(int field) {
        return split(raw(field), delimiters.repetition()).stream()
                .map(text -> new Er7Value(text, delimiters))
                .toList();
    }

    /** How often the field that repeats most does. */
    int mostRepetitions() {
        return fields.stream()
                .mapToInt(field -> 1
                        + (int) field.chars()
                                .filter(c -> c == delimiters.repetition())
                                .count())
                .max()
                .orElse(0);
    }

    public boolean has(int field) {
        return !raw(field).isBlank();
    }

    /** Splits without a regular expression: every field of every message passes here. */
    static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
            parts.add(text.substring(start, end));
            start = end + 1;
        }
        parts.add(text.substring(start));
        return parts;
    }
}
