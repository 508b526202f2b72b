package org.warmhandoff.routes.court;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.routes.court.Fhir.PATIENT;
import static org.warmhandoff.routes.court.Fhir.session;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

class AttendanceSummaryTest {

    private static final ZoneId DENVER = ZoneId.of("America/Denver");
    private static final ReportingPeriod WEEK =
            new ReportingPeriod(LocalDate.parse("2026-11-16"), LocalDate.parse("2026-11-22"));

    @Test
    void counts_what_was_scheduled_attended_late_excused_and_unexcused() {
        assertThat(summary(
                        session("1", "present", "2026-11-16T18:00:00-07:00", "2026-11-16T21:00:00-07:00"),
                        session("2", "late", "2026-11-17T18:30:00-07:00", "2026-11-17T21:00:00-07:00"),
                        session("3", "left-early", "2026-11-18T18:00:00-07:00", "2026-11-18T19:10:00-07:00"),
                        session("4", "telehealth-present", "2026-11-19T18:00:00-07:00", "2026-11-19T21:00:00-07:00"),
                        session("5", "absent-excused", "2026-11-20T18:00:00-07:00", "2026-11-20T21:00:00-07:00"),
                        session("6", "absent-unexcused", "2026-11-21T18:00:00-07:00", "2026-11-21T21:00:00-07:00"),
                        session("7", "programme-cancelled", "2026-11-22T18:00:00-07:00", "2026-11-22T21:00:00-07:00")))
                .isEqualTo(new AttendanceSummary(6, 4, 1, 1, 1, 180 + 150 + 70 + 180));
    }

    @Test
    void hours_are_minutes_attended_and_never_rounded_up() {
        assertThat(new AttendanceSummary(4, 4, 1, 0, 0, 580).hours()).isEqualByComparingTo("9.6");
        assertThat(new AttendanceSummary(1, 1, 0, 0, 0, 539).hours()).isEqualByComparingTo("8.9");
    }

    @Test
    void length_goes_before_the_period_because_it_leaves_out_the_time_absent() {
        Encounter minutes = session("1", "left-early", "2026-11-16T18:00:00-07:00", "2026-11-16T21:00:00-07:00");
        minutes.setLength((Duration) new Duration().setValue(95).setCode("min"));
        Encounter hours = session("2", "present", "2026-11-17T18:00:00-07:00", "2026-11-17T21:00:00-07:00");
        hours.setLength((Duration) new Duration().setValue(1.5).setCode("h"));
        Encounter unknownUnit = session("3", "present", "2026-11-18T18:00:00-07:00", "2026-11-18T21:00:00-07:00");
        unknownUnit.setLength((Duration) new Duration().setValue(1).setCode("d"));

        assertThat(summary(minutes, hours, unknownUnit).minutes()).isEqualTo(95 + 90 + 180);
    }

    @Test
    void a_session_belongs_to_the_day_it_began_in_the_programmes_zone() {
        Encounter sundayEvening = session("1", "present", "2026-11-23T03:00:00Z", "2026-11-23T05:00:00Z");
        Encounter sundayBefore = session("2", "present", "2026-11-16T03:00:00Z", "2026-11-16T05:00:00Z");

        assertThat(summary(sundayEvening, sundayBefore).scheduled()).isEqualTo(1);
    }

    @Test
    void leaves_out_other_people_group_sessions_errors_and_what_is_not_over() {
        Encounter other = present("1").setSubject(new Reference("Patient/p2"));
        Encounter group = present("2").setSubject(new Reference("Group/p1"));
        Encounter error = present("3").setStatus(EncounterStatus.ENTEREDINERROR);
        Encounter running = present("4").setStatus(EncounterStatus.INPROGRESS);
        Encounter silent = present("5");
        silent.getExtension().clear();

        assertThat(summary(other, group, error, running, silent)).isEqualTo(new AttendanceSummary(0, 0, 0, 0, 0, 0));
    }

    @Test
    void counts_an_encounter_that_is_handed_over_twice_once() {
        assertThat(summary(present("1"), present("1")).attended()).isEqualTo(1);
    }

    private static Encounter present(String id) {
        return session(id, "present", "2026-11-16T18:00:00-07:00", "2026-11-16T21:00:00-07:00");
    }

    private static AttendanceSummary summary(Encounter... encounters) {
        return AttendanceSummary.of(List.of(encounters), PATIENT, WEEK, DENVER);
    }
}
