package org.warmhandoff.routes.hl7v2.datatype;

import java.util.Locale;
import java.util.StringJoiner;
import java.util.StringTokenizer;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.hl7v2.Er7Value;

/** CWE, CE, CNE, CF, IS and ID (v2-to-FHIR: Datatype CWE to CodeableConcept). */
final class Cwe {

    private static final int ICD_CATEGORY = 3;

    private final Conversion conversion;
    private final Place place;

    Cwe(Conversion conversion, Place place) {
        this.conversion = conversion;
        this.place = place;
    }

    /**
     * The concept, or null when there is neither code nor text. A code without a system means nothing to others, so it
     * is given as text too.
     *
     * @param otherwise the code system when the value names none, empty when the field has none of its own
     */
    @Nullable
    CodeableConcept concept(Er7Value cwe, String otherwise) {
        CodeableConcept concept = new CodeableConcept();
        add(concept, cwe, 1, otherwise);
        add(concept, cwe, 4, "");
        String text = cwe.component(9);
        if (!text.isEmpty()) {
            concept.setText(text);
        } else if (!concept.getCodingFirstRep().hasSystem()) {
            concept.setText(cwe.component(2).isEmpty() ? singleSpaced(cwe.component(1)) : cwe.component(2));
        }
        return concept.isEmpty() ? null : concept;
    }

    private void add(CodeableConcept concept, Er7Value cwe, int first, String otherwise) {
        String code = singleSpaced(cwe.component(first));
        if (code.isEmpty()) {
            return;
        }
        Coding coding = coding(code, system(cwe.component(first + 2), otherwise));
        concept.addCoding(coding);
        if (!cwe.component(first + 1).isEmpty()) {
            coding.setDisplay(cwe.component(first + 1));
        }
    }

    private Coding coding(String code, String system) {
        if (system.isEmpty()) {
            return new Coding().setCode(code);
        }
        if (system.equals(CodeSystems.ICD_10_CM)) {
            return new Coding().setSystem(system).setCode(icd10(code));
        }
        if (!V2Tables.isTable(system)) {
            return new Coding().setSystem(system).setCode(code);
        }
        return V2Tables.code(system, code)
                .map(known -> new Coding().setSystem(system).setCode(known))
                .orElseGet(() -> siteCode(code, system));
    }

    /** A code that HL7's table does not have is one of the sender's own. */
    private Coding siteCode(String code, String system) {
        conversion.notes().changed(place, "code not in its table, taken as a local code");
        String own = conversion.assigners().local("hl7" + V2Tables.number(system));
        return new Coding().setSystem(own).setCode(code);
    }

    private String system(String name, String otherwise) {
        if (name.isEmpty()) {
            return otherwise;
        }
        if (!Assigners.knowsCodeSystem(name)) {
            conversion.notes().changed(place, "coding system not known");
        }
        return conversion.assigners().codeSystem(name);
    }

    /** Billing systems leave out the dot and the capitals. */
    private static String icd10(String code) {
        String upper = code.toUpperCase(Locale.ROOT);
        boolean dotless = upper.length() > ICD_CATEGORY && upper.indexOf('.') < 0;
        return dotless ? upper.substring(0, ICD_CATEGORY) + "." + upper.substring(ICD_CATEGORY) : upper;
    }

    /** A FHIR code has no outer and no double spaces. */
    private static String singleSpaced(String code) {
        if (code.indexOf(' ') < 0 && code.indexOf('\n') < 0) {
            return code;
        }
        StringJoiner words = new StringJoiner(" ");
        StringTokenizer tokens = new StringTokenizer(code);
        while (tokens.hasMoreTokens()) {
            words.add(tokens.nextToken());
        }
        return words.toString();
    }
}
