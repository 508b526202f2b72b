package org.warmhandoff.routes.hl7v2.segment;

import java.util.List;
import java.util.StringJoiner;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;
import org.warmhandoff.routes.hl7v2.datatype.CodeTable;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;
import org.warmhandoff.routes.hl7v2.datatype.Fields;

/** PID-10 and 22 to the US Core race and ethnicity extensions. */
final class RaceAndEthnicity {

    private static final String US_CORE = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-";

    private RaceAndEthnicity() {}

    static void map(Fields pid, Patient patient) {
        add(patient, "race", pid.concepts(10, ""), CodeTables.RACE, 5);
        add(patient, "ethnicity", pid.concepts(22, ""), CodeTables.ETHNICITY, 1);
    }

    private static void add(Patient patient, String id, List<CodeableConcept> concepts, CodeTable table, int most) {
        if (concepts.isEmpty()) {
            return;
        }
        Extension extension = patient.addExtension().setUrl(US_CORE + id);
        StringJoiner text = new StringJoiner(", ");
        for (CodeableConcept concept : concepts) {
            var category = table.coding(concept.getCodingFirstRep().getCode() + "");
            if (category.isPresent() && extension.getExtension().size() < most) {
                extension.addExtension("ombCategory", category.get());
            }
            text.add(category.isPresent() ? category.get().getDisplay() : text(concept));
        }
        extension.addExtension("text", new StringType(text.toString()));
    }

    private static String text(CodeableConcept concept) {
        if (concept.hasText()) {
            return concept.getText();
        }
        var coding = concept.getCodingFirstRep();
        return coding.hasDisplay() ? coding.getDisplay() : coding.getCode();
    }
}
