package org.warmhandoff.server.referral.notice;

import java.util.List;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.DomainResource;
import org.warmhandoff.routes.notice.Carriage;

/** A Composition as a page to read: its title and the narratives of its sections, after the notice of 42 CFR 2.32. Pure. */
final class CompositionPage {

    private CompositionPage() {}

    static String of(Composition composition, Carriage carriage) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html><head><meta charset=\"utf-8\"/><title>")
                .append(escape(composition.getTitle()))
                .append("</title></head><body>");
        carriage.fully().forEach(line -> page.append("<p>").append(escape(line)).append("</p>"));
        page.append("<h1>").append(escape(composition.getTitle())).append("</h1>");
        narrative(composition, page);
        sections(composition.getSection(), page);
        return page.append("</body></html>").toString();
    }

    private static void sections(List<SectionComponent> sections, StringBuilder page) {
        for (SectionComponent section : sections) {
            page.append("<h2>").append(escape(section.getTitle())).append("</h2>");
            if (section.hasText() && section.getText().hasDiv()) {
                page.append(section.getText().getDivAsString());
            }
            sections(section.getSection(), page);
        }
    }

    private static void narrative(DomainResource resource, StringBuilder page) {
        if (resource.hasText() && resource.getText().hasDiv()) {
            page.append(resource.getText().getDivAsString());
        }
    }

    private static String escape(@org.jspecify.annotations.Nullable String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
