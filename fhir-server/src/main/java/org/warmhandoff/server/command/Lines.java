package org.warmhandoff.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Output for people: aligned columns and names with values. */
final class Lines {

    private static final int WIDEST = 44;

    private Lines() {}

    /** What partners wrote may hold anything, also what a terminal obeys. */
    static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    }

    static void table(PrintWriter out, List<String> columns, Iterable<JsonNode> rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns);
        for (JsonNode row : rows) {
            lines.add(columns.stream().map(column -> cell(row.path(column))).toList());
        }
        int[] widths = new int[columns.size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                text.append(line.get(i))
                        .append(" ".repeat(widths[i] - line.get(i).length() + 2));
            }
            out.println(text.toString().stripTrailing());
        }
    }

    static void fields(PrintWriter out, JsonNode object) {
        object.fields().forEachRemaining(field -> {
            if (field.getValue().isValueNode()) {
                out.printf(
                        "%-12s %s%n", field.getKey(), printable(field.getValue().asText()));
            }
        });
    }

    private static String cell(JsonNode value) {
        String text = value.isMissingNode() || value.isNull() ? "-" : printable(value.asText());
        return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
    }
}
