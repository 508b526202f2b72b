package org.warmhandoff.server.referral.notice;

import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.Appointment;
import org.jspecify.annotations.Nullable;

/** What is news of an appointment to somebody who knows how it was: an event of HL7 table 0003. Pure. */
final class AppointmentNews {

    private static final String RESCHEDULED = "S13";
    private static final String CANCELLED = "S15";
    private static final String MISSED = "S26";

    private AppointmentNews() {}

    /**
     * How an appointment was when it was last told of.
     *
     * @param news how often it was
     */
    record Told(String event, @Nullable Instant start, @Nullable Instant end, int news) {

        /** That it was told of as it is now. */
        static Told of(String event, Appointment appointment, int news) {
            return new Told(event, instant(appointment.getStart()), instant(appointment.getEnd()), news);
        }

        boolean over() {
            return event.equals(CANCELLED) || event.equals(MISSED);
        }
    }

    /** Empty when nothing is. */
    static Optional<String> since(Told told, Appointment now) {
        return switch (now.getStatus() == null ? Appointment.AppointmentStatus.NULL : now.getStatus()) {
            case CANCELLED, ENTEREDINERROR -> told.over() ? Optional.empty() : Optional.of(CANCELLED);
            case NOSHOW -> told.over() ? Optional.empty() : Optional.of(MISSED);
            case BOOKED, PENDING, PROPOSED, WAITLIST -> changed(told, now);
            // Who has come knows it; that the client came is told by the referral's own state.
            case ARRIVED, CHECKEDIN, FULFILLED, NULL -> Optional.empty();
        };
    }

    private static Optional<String> changed(Told told, Appointment now) {
        if (told.over() || !Objects.equals(told.start(), instant(now.getStart()))) {
            return Optional.of(RESCHEDULED);
        }
        return Objects.equals(told.end(), instant(now.getEnd())) ? Optional.empty() : Optional.of("S14");
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
