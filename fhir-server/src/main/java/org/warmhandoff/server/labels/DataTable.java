package org.warmhandoff.server.labels;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The rows of a table beside this package: comma separated, first line the headings. */
final class DataTable {

    private DataTable() {}

    static List<List<String>> rows(String name) {
        InputStream stream = DataTable.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("not on the class path: " + name);
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> Arrays.asList(line.strip().split(",", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
