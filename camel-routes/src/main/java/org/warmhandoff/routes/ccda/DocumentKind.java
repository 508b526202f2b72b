package org.warmhandoff.routes.ccda;

import java.util.Arrays;
import java.util.Optional;
import org.warmhandoff.routes.xml.XmlElement;

/** The documents that may bring a referral (C-CDA R2.1, document-level templates), with their usual LOINC codes. */
enum DocumentKind {
    REFERRAL_NOTE("1.14", "57133-1", "Referral note"),
    CCD("1.2", "34133-9", "Summary of episode note"),
    DISCHARGE_SUMMARY("1.8", "18842-5", "Discharge summary");

    private final String template;
    private final String loinc;
    private final String display;

    DocumentKind(String template, String loinc, String display) {
        this.template = template;
        this.loinc = loinc;
        this.display = display;
    }

    static Optional<DocumentKind> of(XmlElement document) {
        return Arrays.stream(values())
                .filter(kind -> Templates.has(document, kind.template))
                .findFirst();
    }

    String loinc() {
        return loinc;
    }

    String display() {
        return display;
    }
}
