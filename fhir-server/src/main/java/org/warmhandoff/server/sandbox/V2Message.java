package org.warmhandoff.server.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An HL7 v2 message as a hospital's interface engine sees it: segments, fields, first components. */
record V2Message(String text) {

    List<String> segments() {
        return Arrays.stream(text.split("[\\r\\n]+"))
                .filter(line -> !line.isBlank())
                .toList();
    }

    Optional<String> segment(String id) {
        return segments().stream().filter(line -> line.startsWith(id + "|")).findFirst();
    }

    /** A whole field, counted as in the standard; empty when absent. */
    String field(String id, int number) {
        int index = id.equals("MSH") ? number - 1 : number;
        return segment(id)
                .map(line -> line.split("\\|", -1))
                .filter(fields -> index < fields.length)
                .map(fields -> fields[index])
                .orElse("");
    }

    /** The first component of a field. */
    String value(String id, int number) {
        return field(id, number).split("\\^", -1)[0];
    }

    String controlId() {
        return value("MSH", 10);
    }

    /** The answer with the id it came under. */
    String told() {
        return answer() + " in " + controlId();
    }

    /** MSA-1, MSA-2 and, when refused, ERR-3. */
    String answer() {
        String error = segment("ERR").map(err -> ", ERR-3 " + field("ERR", 3)).orElse("");
        return value("MSA", 1) + " for " + value("MSA", 2) + error;
    }
}
