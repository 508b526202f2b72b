package org.warmhandoff.server.referral.sla;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.BusinessStatus;

/** The waits of a referral and how long each may last, by priority. Hours run on; days are business days. */
enum SlaTimer {
    TRIAGE_START(BusinessStatus.DELIVERED, Duration.ofHours(1), Duration.ofHours(4), Period.ofDays(1)),
    DECISION(BusinessStatus.IN_TRIAGE, Duration.ofHours(4), Duration.ofHours(24), Period.ofDays(2)),
    INFO_ANSWER(BusinessStatus.INFO_REQUESTED, Duration.ofHours(4), Period.ofDays(1), Period.ofDays(3)),
    CONSENT(BusinessStatus.CONSENT_PENDING, Period.ofDays(1), Period.ofDays(3), Duration.ofDays(7)),
    FIRST_APPOINTMENT(BusinessStatus.ACCEPTED, Duration.ofHours(24), Duration.ofHours(48), Period.ofDays(10)),
    WAITLIST_REVIEW(BusinessStatus.WAITLISTED, Duration.ofDays(3), Duration.ofDays(3), Duration.ofDays(7)),
    NO_SHOW_FOLLOW_UP(BusinessStatus.INTAKE_MISSED, Duration.ofHours(2), Period.ofDays(1), Period.ofDays(1)),
    CANCELLATION(BusinessStatus.CANCELLATION_REQUESTED, Duration.ofHours(4), Duration.ofHours(24), Period.ofDays(2)),
    DISCHARGE_SUMMARY(BusinessStatus.DISCHARGE_PENDING, Duration.ofDays(3), Duration.ofDays(7), Duration.ofDays(7));

    private final BusinessStatus state;
    private final TemporalAmount stat;
    private final TemporalAmount urgent;
    private final TemporalAmount routine;

    SlaTimer(BusinessStatus state, TemporalAmount stat, TemporalAmount urgent, TemporalAmount routine) {
        this.state = state;
        this.stat = stat;
        this.urgent = urgent;
        this.routine = routine;
    }

    static Optional<SlaTimer> of(BusinessStatus state) {
        return Arrays.stream(values()).filter(timer -> timer.state == state).findFirst();
    }

    BusinessStatus state() {
        return state;
    }

    /** Such as {@code triage-start}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Instant due(@Nullable TaskPriority priority, Instant since, ZoneId zone) {
        TemporalAmount allowed = routine;
        if (priority == TaskPriority.STAT) {
            allowed = stat;
        } else if (priority == TaskPriority.ASAP || priority == TaskPriority.URGENT) {
            allowed = urgent;
        }
        return allowed instanceof Period days
                ? afterBusinessDays(since.atZone(zone), days.getDays()).toInstant()
                : since.plus(allowed);
    }

    /** The same time of day, so many Mondays to Fridays later. */
    private static ZonedDateTime afterBusinessDays(ZonedDateTime since, int days) {
        ZonedDateTime at = since;
        for (int left = days; left > 0; ) {
            at = at.plusDays(1);
            left -= at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY ? 0 : 1;
        }
        return at;
    }
}
