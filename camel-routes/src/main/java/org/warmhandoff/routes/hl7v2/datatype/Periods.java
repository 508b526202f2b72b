package org.warmhandoff.routes.hl7v2.datatype;

import java.time.LocalDate;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.jspecify.annotations.Nullable;

/** Two dates as a FHIR Period, which must not end before it starts (per-1). */
public final class Periods {

    private static final int DAY = 10;

    private Periods() {}

    /**
     * Null when there is neither; without its end when that lies before the start. Near each other they get the same
     * precision, for FHIR cannot tell whether an hour of a day comes before that day.
     */
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
        if (period.hasStart() && period.hasEnd()) {
            level(period);
        }
        return period;
    }

    private static void level(Period period) {
        String start = period.getStartElement().getValueAsString();
        String end = period.getEndElement().getValueAsString();
        int common = Math.min(start.length(), end.length());
        if (common <= DAY && start.length() != end.length() && isNear(start, end, common)) {
            period.setStartElement(new DateTimeType(start.substring(0, common)));
            period.setEndElement(new DateTimeType(end.substring(0, common)));
        }
    }

    /** A day apart is near, as offsets move the hours of a day into its neighbours. */
    private static boolean isNear(String start, String end, int common) {
        if (common < DAY) {
            return start.substring(0, common).equals(end.substring(0, common));
        }
        LocalDate first = LocalDate.parse(start.substring(0, DAY));
        return !LocalDate.parse(end.substring(0, DAY)).isAfter(first.plusDays(1));
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
