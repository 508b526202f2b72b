package org.warmhandoff.profiles.site;

/** The frame of every page: a skip link, the chapters, the content. No script. */
final class Layout {

    private static final String FRAME =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s - Intensive outpatient programmes</title>
            <link rel="stylesheet" href="guide.css">
            </head>
            <body>
            <a class="skip" href="#content">Skip to content</a>
            <header>
            <p class="guide"><a href="index.html">Intensive outpatient programmes</a></p>
            <nav aria-label="Chapters"><ul>%2$s</ul></nav>
            </header>
            <main id="content" tabindex="-1">
            <h1>%1$s</h1>
            %3$s
            </main>
            <footer><p>A FHIR R4 implementation guide, Apache-2.0. <a href="package.tgz">Package warmhandoff.iop</a></p></footer>
            </body>
            </html>
            """;

    String page(String page, String title, String body) {
        return FRAME.formatted(Html.text(title), chapters(page), body);
    }

    private static String chapters(String current) {
        StringBuilder items = new StringBuilder();
        for (Chapter chapter : Chapter.values()) {
            String mark = chapter.page().equals(current) ? " aria-current=\"page\"" : "";
            items.append(
                    "<li><a href=\"%s\"%s>%s</a></li>".formatted(chapter.page(), mark, Html.text(chapter.title())));
        }
        return items.toString();
    }
}
