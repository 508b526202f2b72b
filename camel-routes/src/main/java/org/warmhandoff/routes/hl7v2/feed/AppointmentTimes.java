package org.warmhandoff.routes.hl7v2.feed;

import java.math.BigDecimal;
import java.util.Locale;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.InstantType;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.hl7v2.datatype.Fields;

/**
 * When an appointment is: TQ1-7 and 8, else the start and duration of its first service (AIS-4, 7 and 8), else SCH-11 of
 * versions before 2.5. FHIR wants both ends or none.
 */
final class AppointmentTimes {

    private static final long MOST_MINUTES = 7 * 24 * 60L;

    private final Feed feed;

    AppointmentTimes(Feed feed) {
        this.feed = feed;
    }

    void map(Appointment appointment) {
        Fields sch = feed.first("SCH");
        Fields tq1 = feed.first("TQ1");
        Fields ais = feed.first("AIS");
        tq1.skip(1, 2, 3, 4, 5, 6, 9, 10, 11, 12, 13, 14);
        Integer minutes = minutes(sch, 9, 10);
        if (minutes == null) {
            minutes = minutes(ais, 7, 8);
        }
        sch.skip(9, 10);
        InstantType start = first(tq1.instant(7), ais.instant(4));
        InstantType old = first(start, component(sch, 4));
        InstantType end = start == null ? component(sch, 5) : tq1.instant(8);
        sch.skip(11);
        set(appointment, old, end, minutes);
    }

    private void set(
            Appointment appointment,
            @Nullable InstantType start,
            @Nullable InstantType end,
            @Nullable Integer minutes) {
        if (minutes != null) {
            appointment.setMinutesDuration(minutes);
        }
        if (start == null) {
            withoutTime(appointment);
            return;
        }
        boolean usable = end != null && !end.getValue().before(start.getValue());
        if (!usable && minutes == null) {
            feed.note("SCH-11 tells no end, taken as the start");
        }
        appointment.setStart(start.getValue());
        appointment.getStartElement().setValueAsString(start.getValueAsString());
        if (usable && end != null) {
            appointment.getEndElement().setValueAsString(end.getValueAsString());
        } else {
            appointment.setEnd(AppointmentFeed.later(start.getValue(), minutes == null ? 0 : minutes));
            appointment.getEndElement().setTimeZone(start.getTimeZone());
        }
    }

    /** Only a proposal, a cancellation or a wait may have no time (app-3). */
    private void withoutTime(Appointment appointment) {
        feed.note("SCH-11 missing, no time");
        if (appointment.getStatus() == AppointmentStatus.BOOKED
                || appointment.getStatus() == AppointmentStatus.PENDING) {
            appointment.setStatus(AppointmentStatus.PROPOSED);
        }
    }

    private static @Nullable Integer minutes(Fields segment, int field, int unitField) {
        BigDecimal number = segment.number(field);
        String unit = segment.text(unitField).toLowerCase(Locale.ROOT);
        if (number == null || number.signum() <= 0) {
            return null;
        }
        long minutes = unit.startsWith("h") ? number.longValue() * 60 : number.longValue();
        // Seconds are what senders write who mean minutes, or nothing that a calendar knows.
        boolean usable = minutes > 0 && minutes <= MOST_MINUTES && !unit.startsWith("s") && !unit.startsWith("d");
        return usable ? Integer.valueOf((int) minutes) : null;
    }

    private static @Nullable InstantType component(Fields sch, int component) {
        return sch.instant(11, component);
    }

    private static @Nullable InstantType first(@Nullable InstantType one, @Nullable InstantType other) {
        return one == null ? other : one;
    }
}
