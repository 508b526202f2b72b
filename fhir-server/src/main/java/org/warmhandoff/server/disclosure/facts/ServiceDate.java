package org.warmhandoff.server.disclosure.facts;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * When the service was that a payer would pay for: the period of an encounter or stay, else onset or record date, else the
 * last change.
 *
 * @param from its first moment; null when nothing says, and then nobody covered it
 * @param until the first moment after it; null when it lasts
 */
public record ServiceDate(@Nullable Instant from, @Nullable Instant until) {

    static ServiceDate of(Resource resource) {
        if (resource instanceof Encounter encounter && encounter.getPeriod().hasStart()) {
            return of(encounter.getPeriod());
        } else if (resource instanceof EpisodeOfCare episode
                && episode.getPeriod().hasStart()) {
            return of(episode.getPeriod());
        } else if (resource instanceof Condition condition && condition.hasOnsetDateTimeType()) {
            return at(condition.getOnsetDateTimeType());
        } else if (resource instanceof Condition condition && condition.hasRecordedDate()) {
            return at(condition.getRecordedDateElement());
        }
        Date changed = resource.getMeta().getLastUpdated();
        return changed == null ? new ServiceDate(null, null) : at(changed.toInstant());
    }

    private static ServiceDate of(Period period) {
        return new ServiceDate(period.getStart().toInstant(), period.hasEnd() ? after(period.getEndElement()) : null);
    }

    private static ServiceDate at(BaseDateTimeType moment) {
        return new ServiceDate(moment.getValue().toInstant(), after(moment));
    }

    private static ServiceDate at(Instant moment) {
        return new ServiceDate(moment, moment.plusMillis(1));
    }

    private static Instant after(BaseDateTimeType moment) {
        Instant start = moment.getValue().toInstant();
        return moment.getPrecision().ordinal() <= TemporalPrecisionEnum.DAY.ordinal()
                ? start.plus(Duration.ofDays(1))
                : start.plusMillis(1);
    }
}
