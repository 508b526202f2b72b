package org.warmhandoff.routes.hl7v2.datatype;

import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.jspecify.annotations.Nullable;

/** Two dates as a FHIR Period, which must not end before it starts (per-1). */
public final class Periods {

    private static final int DAY = 10;

    private Periods() {}

    /** Null when there is neither; without its end when that lies before the start. */
    public static @Nullable Period of(@Nullable DateTimeType start, @Nullable DateTimeType end) {
        if (start == null && end == null) {
            return null;
        }
        Period period = new Period();
        if (start != null) {
            period.setStartElement(start.copy());
        }
        if (end != null && (start == null || !isBefore(end, start))) {
            period.setEndElement(end.copy());
        }
        return period;
    }

    /** Compares at the coarser precision: a day that ends a period includes all its hours. */
    static boolean isBefore(DateTimeType one, DateTimeType other) {
        String first = one.getValueAsString();
        String second = other.getValueAsString();
        int common = Math.min(first.length(), second.length());
        if (common <= DAY) {
            return first.substring(0, common).compareTo(second.substring(0, common)) < 0;
        }
        return one.getValue().before(other.getValue());
    }
}
