package org.warmhandoff.tests.harness;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** HL7 v2 text as a partner reads it: by segment name and number of field. Standard delimiters only. */
public record Er7(String text) {

    /** The field of the first segment of that name; empty when there is none. */
    public String value(String segment, int field) {
        return first(segment).map(line -> field(line, field)).orElse("");
    }

    public String component(String segment, int field, int component) {
        return part(value(segment, field), "\\^", component - 1);
    }

    public boolean has(String segment) {
        return first(segment).isPresent();
    }

    public List<String> segmentNames() {
        return segments().stream().map(line -> part(line, "\\|", 0)).toList();
    }

    /** MSH-10. */
    public String controlId() {
        return value("MSH", 10);
    }

    /** MSA-1: AA, AE or AR. */
    public String acknowledgement() {
        return value("MSA", 1);
    }

    /** ERR-3.1, the code of table 0357; of ERR-1 up to version 2.4. */
    public String errorCode() {
        String modern = component("ERR", 3, 1);
        return modern.isEmpty() ? part(component("ERR", 1, 4), "&", 0) : modern;
    }

    private List<String> segments() {
        return Arrays.asList(text.split("[\r\n]+"));
    }

    private Optional<String> first(String segment) {
        return segments().stream()
                .filter(line -> line.startsWith(segment + "|"))
                .findFirst();
    }

    /** MSH-1 is the separator itself, so MSH counts one behind. */
    private static String field(String line, int number) {
        return part(line, "\\|", line.startsWith("MSH") ? number - 1 : number);
    }

    private static String part(String text, String separator, int index) {
        String[] parts = text.split(separator, -1);
        return index < parts.length ? parts[index] : "";
    }
}
