package org.warmhandoff.server.export;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.jspecify.annotations.Nullable;

/**
 * A FHIR Period as instants.
 *
 * @param from its first instant, null when it has no beginning
 * @param until the first instant after it, null when it has no end; an end that is a date lasts to the end of that day
 */
record CoveredPeriod(@Nullable Instant from, @Nullable Instant until) {

    static CoveredPeriod of(Period period) {
        return new CoveredPeriod(
                period.hasStart() ? period.getStart().toInstant() : null,
                period.hasEnd() ? after(period.getEndElement()) : null);
    }

    private static Instant after(DateTimeType end) {
        // HAPI reads a date without a zone in the default one.
        ZonedDateTime at = end.getValue().toInstant().atZone(ZoneId.systemDefault());
        return (switch (end.getPrecision()) {
                    case YEAR -> at.plusYears(1);
                    case MONTH -> at.plusMonths(1);
                    case DAY -> at.plusDays(1);
                    case MINUTE -> at.plusMinutes(1);
                    default -> at.plusSeconds(1);
                })
                .toInstant();
    }
}
