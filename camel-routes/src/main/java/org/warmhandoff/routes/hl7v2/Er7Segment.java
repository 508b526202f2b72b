package org.warmhandoff.routes.hl7v2;

import java.util.List;
import java.util.regex.Pattern;

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

    /** The whole field as sent: repetitions, components and escapes untouched. MSH-1 is the field separator. */
    public String raw(int field) {
        int index = id.equals("MSH") ? field - 1 : field;
        if (id.equals("MSH") && field == 1) {
            return String.valueOf(delimiters.field());
        }
        return index < fields.size() && !isNull(fields.get(index)) ? fields.get(index) : "";
    }

    /** First repetition, first component, first subcomponent, unescaped. */
    public String value(int field) {
        return component(field, 1);
    }

    /** A component of the first repetition; its first subcomponent, unescaped. */
    public String component(int field, int component) {
        return repetitions(field).get(0).component(component);
    }

    /** All repetitions of a field; one empty repetition when the field is absent. */
    public List<Er7Value> repetitions(int field) {
        return split(raw(field), delimiters.repetition()).stream()
                .map(text -> new Er7Value(text, delimiters))
                .toList();
    }

    public boolean has(int field) {
        return !raw(field).isBlank();
    }

    /** {@code ""} in ER7 means "delete what you have": there is nothing to read. */
    private static boolean isNull(String field) {
        return field.equals("\"\"");
    }

    static List<String> split(String text, char separator) {
        return List.of(Pattern.compile(Pattern.quote(String.valueOf(separator))).split(text, -1));
    }
}
