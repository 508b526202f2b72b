package org.warmhandoff.profiles.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;

/** Small pieces of HTML; every text goes through {@link #text}. */
final class Html {

    private static final ObjectMapper PRETTY = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Html() {}

    static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String link(String page, String label) {
        return "<a href=\"%s\">%s</a>".formatted(text(page), text(label));
    }

    static String code(JsonNode json) {
        try {
            return "<pre tabindex=\"0\"><code>" + text(PRETTY.writeValueAsString(json)) + "</code></pre>";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A table whose cells are HTML already; empty without rows. */
    static String table(String caption, List<String> head, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        StringBuilder html =
                new StringBuilder("<div class=\"table\"><table><caption>" + text(caption) + "</caption><thead><tr>");
        head.forEach(
                cell -> html.append("<th scope=\"col\">").append(text(cell)).append("</th>"));
        html.append("</tr></thead><tbody>");
        for (List<String> row : rows) {
            html.append("<tr>");
            row.forEach(cell -> html.append("<td>").append(cell).append("</td>"));
            html.append("</tr>");
        }
        return html.append("</tbody></table></div>").toString();
    }

    static String list(List<String> items) {
        return items.isEmpty() ? "" : "<ul><li>" + String.join("</li><li>", items) + "</li></ul>";
    }

    /** A section with a heading; empty where its content is. */
    static String section(String heading, String content) {
        return content.isEmpty() ? "" : "<h2>" + text(heading) + "</h2>" + content;
    }
}
