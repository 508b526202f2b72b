package org.warmhandoff.routes.court;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.LocalDate;
import java.time.ZoneId;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.jspecify.annotations.Nullable;

/** The calendar day of a FHIR date or dateTime. */
final class FhirDates {

    private FhirDates() {}

    /** The day as written when there is no time of day, else the day in that zone; null when less than a day is said. */
    static @Nullable LocalDate day(@Nullable BaseDateTimeType date, ZoneId zone) {
        if (date == null || date.getValue() == null) {
            return null;
        }
        TemporalPrecisionEnum precision = date.getPrecision();
        if (precision == TemporalPrecisionEnum.YEAR || precision == TemporalPrecisionEnum.MONTH) {
            return null;
        }
        return precision == TemporalPrecisionEnum.DAY
                ? LocalDate.parse(date.getValueAsString())
                : date.getValue().toInstant().atZone(zone).toLocalDate();
    }
}
