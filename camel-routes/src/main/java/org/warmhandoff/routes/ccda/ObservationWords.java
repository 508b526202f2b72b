package org.warmhandoff.routes.ccda;

import java.util.StringJoiner;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** A result as people read it. */
final class ObservationWords {

    private ObservationWords() {}

    static String of(Observation observation) {
        StringJoiner words = new StringJoiner("; ");
        words.add(CdaParts.words(observation.getCode()) + ": " + value(observation.getValue()));
        observation
                .getComponent()
                .forEach(component ->
                        words.add(CdaParts.words(component.getCode()) + ": " + value(component.getValue())));
        String date = observation.hasEffectiveDateTimeType()
                ? " (" + observation.getEffectiveDateTimeType().getValueAsString() + ")"
                : "";
        return words + date;
    }

    private static String value(@Nullable Type value) {
        if (value instanceof CodeableConcept concept) {
            return CdaParts.words(concept);
        } else if (value instanceof Quantity quantity && quantity.hasValue()) {
            return quantity.getValue().toPlainString() + (quantity.hasUnit() ? " " + quantity.getUnit() : "");
        }
        return value == null || value.primitiveValue() == null ? "-" : value.primitiveValue();
    }
}
