package org.warmhandoff.routes.hl7v2.datatype;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Quantity.QuantityComparator;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Ratio;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** OBX-5 by the type in OBX-2, with its unit in OBX-6 (v2-to-FHIR: Segment OBX to Observation). */
public final class ObservationValue {

    private static final int VALUE = 5;
    private static final int UNIT = 6;
    private static final String UCUM = "http://unitsofmeasure.org";
    private static final Map<String, String> UNITS = CodeTable.lines("ucum-unit");
    private static final List<String> COMPARATORS = List.of("<=", ">=", "<", ">");

    private final Fields obx;

    private ObservationValue(Fields obx) {
        this.obx = obx;
    }

    /** The value; what does not fit its type is kept as text. Null when there is none. */
    public static @Nullable Type of(Fields obx) {
        String type = obx.text(2).toUpperCase(Locale.ROOT);
        if (!obx.has(VALUE)) {
            return null;
        }
        Type value = new ObservationValue(obx).ofType(type);
        return value == null ? new StringType(obx.wholeText(VALUE)) : value;
    }

    private @Nullable Type ofType(String type) {
        return switch (type) {
            case "NM" -> noted(number(obx.text(VALUE)));
            case "SN" -> noted(structured());
            case "CE", "CWE", "CNE", "CF", "IS", "ID" -> obx.concept(VALUE);
            case "DT", "TS", "DTM" -> dateTime();
            default -> null;
        };
    }

    private @Nullable Type noted(@Nullable Type value) {
        if (value == null) {
            obx.note(VALUE, "no number, taken as text");
        }
        return value;
    }

    private @Nullable DateTimeType dateTime() {
        return obx.dateTime(VALUE);
    }

    /** A number, with the comparator that some senders put before it. */
    private @Nullable Quantity number(String text) {
        String comparator =
                COMPARATORS.stream().filter(text::startsWith).findFirst().orElse("");
        BigDecimal number = Numbers.parse(text.substring(comparator.length()).strip());
        return number == null ? null : quantity(number, comparator);
    }

    /** SN: comparator, number, separator, number (HL7 v2.5.1, 2A.70). */
    private @Nullable Type structured() {
        BigDecimal first = Numbers.parse(obx.text(VALUE, 2));
        BigDecimal second = Numbers.parse(obx.text(VALUE, 4));
        String separator = obx.text(VALUE, 3);
        if (first == null) {
            return null;
        }
        if (separator.isEmpty()) {
            return quantity(first, obx.text(VALUE, 1));
        }
        if (second == null) {
            return null;
        }
        return switch (separator) {
            case "-" -> new Range().setLow(quantity(first, "")).setHigh(quantity(second, ""));
            case ":", "/" ->
                new Ratio()
                        .setNumerator(new Quantity().setValue(first))
                        .setDenominator(new Quantity().setValue(second));
            default -> null;
        };
    }

    private Quantity quantity(BigDecimal number, String comparator) {
        Quantity quantity = new Quantity().setValue(number);
        if (COMPARATORS.contains(comparator)) {
            quantity.setComparator(QuantityComparator.fromCode(comparator));
        }
        CodeableConcept unit = obx.concept(UNIT);
        if (unit != null) {
            setUnit(quantity, unit.getCodingFirstRep(), obx.text(UNIT));
        }
        return quantity;
    }

    /** The code only when it is one in UCUM; annotations such as {@code {score}} exist nowhere else. */
    private static void setUnit(Quantity quantity, Coding unit, String code) {
        quantity.setUnit(unit.hasDisplay() ? unit.getDisplay() : code);
        if (isAnnotation(code) || UNITS.containsKey(code) && (!unit.hasSystem() || UCUM.equals(unit.getSystem()))) {
            quantity.setSystem(UCUM).setCode(code);
        }
    }

    private static boolean isAnnotation(String code) {
        return code.length() > 2
                && code.startsWith("{")
                && code.indexOf('}') == code.length() - 1
                && code.indexOf('{', 1) < 0
                && code.chars().allMatch(c -> c > ' ' && c < 0x7F);
    }
}
