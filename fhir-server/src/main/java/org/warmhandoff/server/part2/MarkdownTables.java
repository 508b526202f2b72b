package org.warmhandoff.server.part2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of a markdown file by their headings; prose between them is for people. */
final class MarkdownTables {

    private final Map<String, List<List<String>>> byHeading = new LinkedHashMap<>();

    /** The file must bear its version as first heading. */
    MarkdownTables(String version, String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals("# Policy " + version)) {
            throw new PolicyUnreadable("the first line is not '# Policy " + version + "'");
        }
        String heading = "";
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("#")) {
                heading = line.replaceFirst("^#+ *", "").strip();
                if (byHeading.put(heading, new ArrayList<>()) != null) {
                    throw new PolicyUnreadable("two headings '" + heading + "'");
                }
            } else if (line.contains("|")) {
                add(heading, line);
            }
        }
    }

    private void add(String heading, String line) {
        List<List<String>> rows = byHeading.get(heading);
        if (rows == null || !line.startsWith("|") || !line.endsWith("|")) {
            throw new PolicyUnreadable("a line that is half a table under '" + heading + "': " + line);
        }
        rows.add(Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList());
    }

    /** Rows of a table with exactly these columns; the heading is then used up. */
    List<List<String>> take(String heading, String... columns) {
        List<List<String>> rows = byHeading.remove(heading);
        if (rows == null || rows.size() < 3) {
            throw new PolicyUnreadable("no table '" + heading + "'");
        }
        if (!rows.get(0).equals(List.of(columns)) || !rows.get(1).stream().allMatch(cell -> cell.equals("---"))) {
            throw new PolicyUnreadable("table '" + heading + "' must have the columns " + List.of(columns));
        }
        rows.stream().filter(row -> row.size() != columns.length).findFirst().ifPresent(row -> {
            throw new PolicyUnreadable("table '" + heading + "' has a row of another length: " + row);
        });
        return rows.subList(2, rows.size());
    }

    void expectNothingElse() {
        if (!byHeading.isEmpty()) {
            throw new PolicyUnreadable("unknown tables " + byHeading.keySet());
        }
    }
}
