package org.warmhandoff.routes.hl7v2.print;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.hl7v2.segment.Er7Printer;

/** One segment under construction; fields are set by their number and hold text that is ready to print. */
final class Er7Line {

    private final List<String> fields = new ArrayList<>();

    Er7Line(String id) {
        fields.add(id);
    }

    Er7Line set(int field, @Nullable String printed) {
        while (fields.size() <= field) {
            fields.add("");
        }
        fields.set(field, printed == null ? "" : printed);
        return this;
    }

    /** A field that holds one plain text. */
    Er7Line text(int field, @Nullable String plain) {
        return set(field, plain == null ? "" : Er7Printer.components(plain));
    }

    Er7Line repeat(int field, List<String> printed) {
        return set(
                field,
                String.join("~", printed.stream().filter(one -> !one.isEmpty()).toList()));
    }

    boolean isEmpty() {
        return fields.stream().skip(1).allMatch(String::isEmpty);
    }

    String print() {
        return Er7Printer.segment(fields.toArray(String[]::new));
    }
}
