package org.warmhandoff.server.referral.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmhandoff.server.referral.notice.AppointmentNews.Told;

class AppointmentNewsTest {

    private static final Instant START = Instant.parse("2026-12-01T13:00:00Z");

    private static Appointment appointment(AppointmentStatus status, int startsLater, int minutes) {
        return new Appointment()
                .setStatus(status)
                .setStart(Date.from(START.plusSeconds(startsLater * 60L)))
                .setEnd(Date.from(START.plusSeconds((startsLater + minutes) * 60L)));
    }

    @ParameterizedTest
    @CsvSource({
        "S12, BOOKED, 0, 60, ''",
        "S12, BOOKED, 30, 60, S13",
        "S12, BOOKED, 0, 90, S14",
        "S13, PENDING, 0, 90, S14",
        "S12, CANCELLED, 0, 60, S15",
        "S12, ENTEREDINERROR, 30, 60, S15",
        "S12, NOSHOW, 0, 60, S26",
        "S12, ARRIVED, 0, 60, ''",
        "S12, FULFILLED, 0, 75, ''",
        "S15, CANCELLED, 30, 60, ''",
        "S26, NOSHOW, 0, 60, ''",
        "S26, CANCELLED, 0, 60, ''",
        "S26, BOOKED, 0, 60, S13",
        "S15, BOOKED, 30, 60, S13",
    })
    void what_changed_since_it_was_told(
            String lastTold, AppointmentStatus status, int startsLater, int minutes, String news) {
        Told told = Told.of(lastTold, appointment(AppointmentStatus.BOOKED, 0, 60), 1);

        assertThat(AppointmentNews.since(told, appointment(status, startsLater, minutes))
                        .orElse(""))
                .isEqualTo(news);
    }
}
