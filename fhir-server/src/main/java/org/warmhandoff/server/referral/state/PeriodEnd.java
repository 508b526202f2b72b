package org.warmhandoff.server.referral.state;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.TimeZone;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;

/** When a period is over: FHIR counts the whole day, month or year of an end that is written without time. */
final class PeriodEnd {

    private PeriodEnd() {}

    static Optional<Instant> of(Period period) {
        return period.hasEnd() ? Optional.of(after(period.getEndElement())) : Optional.empty();
    }

    private static Instant after(DateTimeType end) {
        TimeZone zone = end.getTimeZone();
        ZonedDateTime start =
                end.getValue().toInstant().atZone(zone == null ? ZoneId.systemDefault() : zone.toZoneId());
        return switch (end.getPrecision()) {
            case YEAR -> start.plusYears(1).toInstant();
            case MONTH -> start.plusMonths(1).toInstant();
            case DAY -> start.plusDays(1).toInstant();
            default -> start.toInstant();
        };
    }
}
