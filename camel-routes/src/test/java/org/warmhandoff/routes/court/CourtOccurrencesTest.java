package org.warmhandoff.routes.court;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.routes.court.Fhir.drugTest;
import static org.warmhandoff.routes.court.Fhir.negative;
import static org.warmhandoff.routes.court.Fhir.positive;
import static org.warmhandoff.routes.court.Fhir.session;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;

class CourtOccurrencesTest {

    private static final ZoneId ZONE = ZoneId.of("America/Denver");
    private static final ReportingPeriod PERIOD =
            new ReportingPeriod(LocalDate.parse("2026-11-09"), LocalDate.parse("2026-11-23"));
    private static final String STRUCTURE = "https://warmhandoff.org/fhir/StructureDefinition/";

    @Test
    void who_comes_and_has_no_test_is_not_spoken_of() {
        assertThat(found(
                        1, List.of(session("e1", "present", "2026-11-10T09:00:00-07:00", "2026-11-10T12:00:00-07:00"))))
                .isEmpty();
    }

    @Test
    void a_test_is_told_of_and_a_lapse_in_it_noticed() {
        assertThat(tests(negative(drugTest("19295-5", "2026-11-12T08:00:00-07:00"))))
                .containsExactly("drug-test-result 2026-11-12 drug-test/2026-11-12/negative/expected");
        assertThat(tests(positive(drugTest("19295-5", "2026-11-12T08:00:00-07:00"))))
                .containsExactly(
                        "drug-test-result 2026-11-12 drug-test/2026-11-12/positive",
                        "non-compliance-notice 2026-11-12 drug-test/2026-11-12/positive");
    }

    @Test
    void an_expected_positive_is_treatment_and_no_lapse() {
        Observation prescribed = positive(drugTest("58359-1", "2026-11-12T08:00:00-07:00"));
        prescribed.addExtension(STRUCTURE + "expected-result", new BooleanType(true));

        assertThat(tests(prescribed))
                .containsExactly("drug-test-result 2026-11-12 drug-test/2026-11-12/positive/expected");
    }

    @Test
    void a_missed_test_is_noticed_and_one_without_result_yet_is_not_spoken_of() {
        Observation missed = drugTest("19295-5", "2026-11-12T08:00:00-07:00").setStatus(ObservationStatus.CANCELLED);
        missed.addExtension(STRUCTURE + "uds-validity", Fhir.concept("urn:x", "missed"));

        assertThat(tests(missed)).hasSize(2).allMatch(line -> line.endsWith("/missed"));
        assertThat(tests(drugTest("19295-5", "2026-11-12T08:00:00-07:00").setStatus(ObservationStatus.PRELIMINARY)))
                .isEmpty();
    }

    @Test
    void a_corrected_result_is_news_and_the_same_seen_again_is_not() {
        Observation test = negative(drugTest("19295-5", "2026-11-12T08:00:00-07:00"));
        test.setSpecimen(new Reference("Specimen/s1"));
        List<String> before = tests(test);

        assertThat(tests(test)).isEqualTo(before);
        assertThat(tests(positive(test).setStatus(ObservationStatus.CORRECTED)))
                .doesNotContainAnyElementsOf(before)
                .allMatch(line -> line.endsWith("drug-test/Specimen/s1/positive"));
    }

    @Test
    void a_missed_day_is_noticed_once_however_many_sessions_it_had() {
        assertThat(found(1, absences("2026-11-12T09", "2026-11-12T13", "2026-11-13T09")))
                .containsExactly(
                        "non-compliance-notice 2026-11-12 missed-session/2026-11-12",
                        "non-compliance-notice 2026-11-13 missed-session/2026-11-13");
    }

    @Test
    void absences_count_within_seven_days_when_more_than_one_is_wanted() {
        assertThat(found(2, absences("2026-11-10T09", "2026-11-17T09"))).isEmpty();
        assertThat(found(2, absences("2026-11-10T09", "2026-11-16T09")))
                .containsExactly("non-compliance-notice 2026-11-16 missed-session/2026-11-16");
    }

    @Test
    void an_excused_absence_another_persons_and_an_old_one_are_not_spoken_of() {
        List<Encounter> sessions = new ArrayList<>(absences("2026-10-01T09"));
        sessions.add(session("ex", "absent-excused", "2026-11-12T09:00:00-07:00", "2026-11-12T12:00:00-07:00"));
        Encounter other = absences("2026-11-12T09").get(0);
        other.setSubject(new Reference("Patient/p2"));
        sessions.add(other);

        assertThat(found(1, sessions)).isEmpty();
    }

    @Test
    void an_appointment_that_nobody_came_to_is_an_absence_unless_an_encounter_tells_of_it() {
        Appointment missed = new Appointment().setStatus(AppointmentStatus.NOSHOW);
        missed.setId("Appointment/a1");
        missed.setStart(Date.from(java.time.Instant.parse("2026-11-12T16:00:00Z")));
        missed.addParticipant().setActor(new Reference("Patient/p1"));
        Encounter told = session("e1", "absent-excused", "2026-11-12T09:00:00-07:00", "2026-11-12T12:00:00-07:00");
        told.addAppointment(new Reference("Appointment/a1"));

        assertThat(found(1, MissedAppointments.asEncounters(List.of(missed), List.of(), "p1")))
                .containsExactly("non-compliance-notice 2026-11-12 missed-session/2026-11-12");
        assertThat(MissedAppointments.asEncounters(List.of(missed), List.of(told), "p1"))
                .isEmpty();
        assertThat(MissedAppointments.asEncounters(List.of(missed), List.of(), "p2"))
                .isEmpty();
        assertThat(MissedAppointments.asEncounters(
                        List.of(missed.setStatus(AppointmentStatus.BOOKED)), List.of(), "p1"))
                .isEmpty();
    }

    @Test
    void a_notice_covers_its_week_and_a_result_its_day() {
        LocalDate day = LocalDate.parse("2026-11-12");

        assertThat(CourtOccurrences.period(new CourtOccurrence(CourtMessageType.NON_COMPLIANCE_NOTICE, day, "x")))
                .isEqualTo(new ReportingPeriod(LocalDate.parse("2026-11-06"), day));
        assertThat(CourtOccurrences.period(new CourtOccurrence(CourtMessageType.DRUG_TEST_RESULT, day, "x")))
                .isEqualTo(new ReportingPeriod(day, day));
    }

    @Test
    void business_days_before_a_hearing_skip_weekends() {
        LocalDate tuesday = LocalDate.parse("2026-12-15");

        assertThat(BusinessDays.before(tuesday, 3)).isEqualTo("2026-12-10");
        assertThat(BusinessDays.before(tuesday, 5)).isEqualTo("2026-12-08");
        assertThat(BusinessDays.before(LocalDate.parse("2026-12-13"), 1)).isEqualTo("2026-12-11");
    }

    private static List<Encounter> absences(String... hours) {
        return Stream.of(hours)
                .map(hour -> session("a" + hour, "absent-unexcused", hour + ":00:00-07:00", hour + ":30:00-07:00"))
                .toList();
    }

    private static List<String> tests(Observation test) {
        return lines(1, List.of(), List.of(test));
    }

    private static List<String> found(int missedSessions, List<Encounter> sessions) {
        return lines(missedSessions, sessions, List.of());
    }

    private static List<String> lines(int missedSessions, List<Encounter> sessions, List<Observation> tests) {
        Patient patient = new Patient();
        patient.setId("Patient/p1");
        CourtReportSource source = new CourtReportSource(new ServiceRequest(), patient, null, sessions, tests);
        return new CourtOccurrences(ZONE, missedSessions)
                .of(source, PERIOD).stream()
                        .map(found -> found.type().code() + " " + found.day() + " " + found.occasion())
                        .toList();
    }
}
