package org.warmhandoff.routes.hl7v2.print;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.hl7v2.datatype.Assigners;
import org.warmhandoff.routes.hl7v2.datatype.CodeTable;
import org.warmhandoff.routes.hl7v2.segment.Er7Printer;

/** CWE (HL7 v2.5.1, 2A.13): two codings and the original text. */
final class Er7Codes {

    private Er7Codes() {}

    static String cwe(CodeableConcept concept) {
        List<Coding> codings = concept.getCoding();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Coding coding = i < codings.size() ? codings.get(i) : new Coding();
            parts.add(text(coding.getCode()));
            parts.add(text(coding.getDisplay()));
            parts.add(coding.hasSystem() && coding.hasCode() ? Assigners.codeSystemName(coding.getSystem()) : "");
        }
        parts.add("");
        parts.add("");
        parts.add(text(concept.getText()));
        return Er7Printer.components(parts.toArray(String[]::new));
    }

    /** The code of a table for the first coding that it has, else the concept as it is. */
    static String cwe(CodeableConcept concept, CodeTable table, String number) {
        return concept.getCoding().stream()
                .filter(coding -> coding.hasCode() && table.isOf(coding.getSystem()))
                .flatMap(coding -> table.key(coding.getCode()).stream()
                        .map(key -> Er7Printer.components(key, text(coding.getDisplay()), "HL7" + number)))
                .findFirst()
                .orElseGet(() -> cwe(concept));
    }

    static List<String> all(List<CodeableConcept> concepts) {
        return concepts.stream().map(Er7Codes::cwe).toList();
    }

    static boolean hasSystem(CodeableConcept concept, String system) {
        return concept.getCoding().stream().anyMatch(coding -> system.equals(coding.getSystem()));
    }

    /** What a person reads: the text, else what the first code is called. */
    static String words(CodeableConcept concept) {
        if (concept.hasText()) {
            return concept.getText();
        }
        Coding first = concept.getCodingFirstRep();
        return first.hasDisplay() ? first.getDisplay() : text(first.getCode());
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
