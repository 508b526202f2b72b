package org.warmhandoff.profiles.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The ways to break an example that the tests of the guide try. */
record Violations(List<Violation> all) {

    /**
     * @param example {@code Type/id} of a valid example
     * @param change what breaks it
     * @param key the invariant, or the validator's message, that then fires
     */
    record Violation(String example, String change, String key) {}

    static Violations read(Path table) throws IOException {
        return new Violations(Files.readAllLines(table).stream()
                .skip(1)
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\\s*\\|\\s*"))
                .map(cells -> new Violation(cells[0], cells[1], cells[2]))
                .toList());
    }

    List<Violation> of(Definition example) {
        String name = example.type() + "/" + example.id();
        return all.stream()
                .filter(violation -> violation.example().equals(name))
                .toList();
    }
}
