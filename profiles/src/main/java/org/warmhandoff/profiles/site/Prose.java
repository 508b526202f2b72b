package org.warmhandoff.profiles.site;

import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown to HTML. The first heading is left out: the page has its title already. */
final class Prose {

    private final Parser parser =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private final HtmlRenderer renderer =
            HtmlRenderer.builder().extensions(List.of(TablesExtension.create())).build();

    String render(String markdown) {
        return renderer.render(parser.parse(markdown.replaceFirst("(?m)\\A# .*$", "")))
                .replace("<table>", "<div class=\"table\"><table>")
                .replace("</table>", "</table></div>");
    }

    /** Only the tables of a page. */
    static String tablesOf(String markdown) {
        return markdown.lines()
                .filter(line -> line.startsWith("|") || line.isBlank())
                .collect(Collectors.joining("\n"));
    }
}
