package org.warmhandoff.routes.hl7v2.print;

import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Ratio;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.forward.ReferralContent;
import org.warmhandoff.routes.hl7v2.datatype.CodeTables;
import org.warmhandoff.routes.hl7v2.segment.Er7Printer;

/** Observation to OBX and its NTE; components follow as NTE in words. */
final class ObservationPrinter {

    private static final int LONGEST_ST = 199;

    private final ReferralContent content;

    ObservationPrinter(ReferralContent content) {
        this.content = content;
    }

    String obx(Observation observation, int ordinal) {
        Er7Line obx = new Er7Line("OBX").set(1, Integer.toString(ordinal));
        setValue(obx, observation.getValue());
        obx.set(3, Er7Codes.cwe(observation.getCode()));
        obx.text(7, observation.getReferenceRangeFirstRep().getText());
        obx.repeat(
                8,
                observation.getInterpretation().stream()
                        .map(flag -> Er7Codes.cwe(flag, CodeTables.INTERPRETATION, "0078"))
                        .toList());
        obx.text(
                11,
                observation.hasStatus()
                        ? CodeTables.OBSERVATION_STATUS
                                .key(observation.getStatus().toCode())
                                .orElse("")
                        : "");
        obx.set(14, observation.getEffective() instanceof DateTimeType time ? Er7Types.dtm(time) : "");
        obx.repeat(16, people(observation));
        obx.set(17, observation.hasMethod() ? Er7Codes.cwe(observation.getMethod()) : "");
        obx.set(
                21,
                observation.getIdentifier().stream()
                        .findFirst()
                        .map(Er7Printer::ei)
                        .orElse(""));
        obx.text(23, organization(observation));
        return obx.print() + components(observation) + NotePrinter.notes(observation.getNote());
    }

    private static String components(Observation observation) {
        StringBuilder notes = new StringBuilder();
        int ordinal = 0;
        for (Observation.ObservationComponentComponent component : observation.getComponent()) {
            String words = Er7Codes.words(component.getCode()) + ": " + words(component.getValue());
            notes.append(NotePrinter.note(++ordinal, words));
        }
        return notes.toString();
    }

    private static String words(@Nullable Type value) {
        if (value instanceof CodeableConcept concept) {
            return Er7Codes.words(concept);
        } else if (value instanceof Quantity quantity && quantity.hasValue()) {
            return quantity.getValue().toPlainString() + " " + Er7Codes.text(quantity.getUnit());
        }
        return value == null || value.primitiveValue() == null ? "?" : value.primitiveValue();
    }

    private static void setValue(Er7Line obx, @Nullable Type value) {
        if (value instanceof Quantity quantity && quantity.hasValue()) {
            boolean plain = !quantity.hasComparator();
            String number = quantity.getValue().toPlainString();
            obx.text(2, plain ? "NM" : "SN").set(6, unit(quantity));
            obx.set(
                    5,
                    plain
                            ? number
                            : Er7Printer.components(quantity.getComparator().toCode(), number));
        } else if (value instanceof Range range
                && range.getLow().hasValue()
                && range.getHigh().hasValue()) {
            obx.text(2, "SN").set(6, unit(range.getLow()));
            obx.set(5, pair(range.getLow(), "-", range.getHigh()));
        } else if (value instanceof Ratio ratio
                && ratio.getNumerator().hasValue()
                && ratio.getDenominator().hasValue()) {
            obx.text(2, "SN").set(5, pair(ratio.getNumerator(), ":", ratio.getDenominator()));
        } else if (value instanceof CodeableConcept concept) {
            obx.text(2, "CWE").set(5, Er7Codes.cwe(concept));
        } else if (value instanceof DateTimeType time) {
            obx.text(2, "DTM").set(5, Er7Types.dtm(time));
        } else if (value instanceof StringType text) {
            obx.text(2, text.getValueNotNull().length() > LONGEST_ST ? "TX" : "ST")
                    .text(5, text.getValue());
        } else if (value != null) {
            obx.text(2, "ST").text(5, words(value));
        }
    }

    private static String pair(Quantity first, String separator, Quantity second) {
        return Er7Printer.components(
                "",
                first.getValue().toPlainString(),
                separator,
                second.getValue().toPlainString());
    }

    private static String unit(Quantity quantity) {
        if (quantity.hasCode()) {
            return Er7Printer.components(
                    quantity.getCode(),
                    Er7Codes.text(quantity.getUnit()),
                    "http://unitsofmeasure.org".equals(quantity.getSystem()) ? "UCUM" : "");
        }
        return Er7Printer.components(Er7Codes.text(quantity.getUnit()));
    }

    private List<String> people(Observation observation) {
        return observation.getPerformer().stream()
                .flatMap(performer -> content.find(performer, Practitioner.class).stream())
                .map(person -> Er7Types.xcn(person.getIdentifier(), person.getNameFirstRep()))
                .toList();
    }

    private static @Nullable String organization(Observation observation) {
        return observation.getPerformer().stream()
                .filter(performer -> !performer.hasReference() && !performer.hasIdentifier() && performer.hasDisplay())
                .map(performer -> performer.getDisplay())
                .findFirst()
                .orElse(null);
    }
}
