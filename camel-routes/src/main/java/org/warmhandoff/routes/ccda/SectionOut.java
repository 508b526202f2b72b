package org.warmhandoff.routes.ccda;

import java.util.List;

/** Writes the head of a section with its narrative. */
final class SectionOut {

    private final CdaOut out;

    SectionOut(CdaOut out) {
        this.out = out;
    }

    void open(String template, String version, String code, String title, List<String> words) {
        out.open("component").open("section");
        out.empty("templateId", "root", template, "extension", version);
        out.empty("code", "code", code, "codeSystem", NoteBody.LOINC, "displayName", title);
        out.text("title", title);
        out.open("text");
        words.forEach(line -> out.text("paragraph", line));
        out.close();
    }

    void close() {
        out.close().close();
    }
}
