package org.warmhandoff.routes.court;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.routes.court.CourtReports.test;
import static org.warmhandoff.routes.court.DrugTestResult.DILUTE;
import static org.warmhandoff.routes.court.DrugTestResult.MISSED;
import static org.warmhandoff.routes.court.DrugTestResult.NEGATIVE;
import static org.warmhandoff.routes.court.DrugTestResult.POSITIVE;
import static org.warmhandoff.routes.court.DrugTestResult.REFUSED;
import static org.warmhandoff.routes.court.Fhir.concept;
import static org.warmhandoff.routes.court.Fhir.drugTest;
import static org.warmhandoff.routes.court.Fhir.negative;
import static org.warmhandoff.routes.court.Fhir.positive;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

class DrugTestsTest {

    private static final String COCAINE = "14314-9";
    private static final String BUPRENORPHINE = "58359-1";
    private static final String DAY = "2026-11-17";
    private static final String EXPECTED = "https://warmhandoff.org/fhir/StructureDefinition/expected-result";
    private static final String VALIDITY = "https://warmhandoff.org/fhir/StructureDefinition/uds-validity";
    private static final String VALIDITY_CODES = "https://warmhandoff.org/fhir/CodeSystem/uds-validity";

    @Test
    void a_negative_is_expected_and_a_positive_is_not_unless_the_plan_says_so() {
        assertThat(tests(negative(drugTest(COCAINE, DAY)))).containsExactly(test(DAY, NEGATIVE, true));
        assertThat(tests(positive(drugTest(COCAINE, DAY)))).containsExactly(test(DAY, POSITIVE, false));
    }

    @Test
    void a_positive_that_prescribed_medication_explains_is_expected_however_the_plan_is_coded() {
        Observation asCode = positive(drugTest(BUPRENORPHINE, DAY));
        asCode.addExtension(EXPECTED, concept("http://snomed.info/sct", "10828004"));
        Observation asBoolean = positive(drugTest(BUPRENORPHINE, DAY));
        asBoolean.addExtension(EXPECTED, new BooleanType(true));

        assertThat(tests(asCode)).containsExactly(test(DAY, POSITIVE, true));
        assertThat(tests(asBoolean)).containsExactly(test(DAY, POSITIVE, true));
    }

    @Test
    void one_collection_is_one_line_whatever_it_was_tested_for() {
        Observation expected = positive(drugTest(BUPRENORPHINE, DAY)).setSpecimen(new Reference("Specimen/1"));
        expected.addExtension(EXPECTED, new BooleanType(true));
        Observation clean = negative(drugTest(COCAINE, DAY)).setSpecimen(new Reference("Specimen/1"));
        Observation relapse = positive(drugTest(COCAINE, "2026-11-19")).setSpecimen(new Reference("Specimen/2"));
        Observation expectedAgain =
                positive(drugTest(BUPRENORPHINE, "2026-11-19")).setSpecimen(new Reference("Specimen/2"));
        expectedAgain.addExtension(EXPECTED, new BooleanType(true));

        assertThat(tests(relapse, expectedAgain, clean, expected))
                .containsExactly(test(DAY, POSITIVE, true), test("2026-11-19", POSITIVE, false));
    }

    @Test
    void refused_and_missed_tests_are_cancelled_observations_with_a_reason() {
        Observation refused = drugTest(COCAINE, DAY).setStatus(ObservationStatus.CANCELLED);
        refused.addExtension(VALIDITY, concept(VALIDITY_CODES, "refused"));
        Observation missed = drugTest(COCAINE, "2026-11-18").setStatus(ObservationStatus.CANCELLED);
        missed.setDataAbsentReason(concept(VALIDITY_CODES, "missed"));
        Observation declined = drugTest(COCAINE, "2026-11-19").setStatus(ObservationStatus.CANCELLED);
        declined.setDataAbsentReason(
                concept("http://terminology.hl7.org/CodeSystem/data-absent-reason", "asked-declined"));

        assertThat(tests(refused, missed, declined))
                .containsExactly(
                        test(DAY, REFUSED, false),
                        test("2026-11-18", MISSED, false),
                        test("2026-11-19", REFUSED, false));
    }

    @Test
    void an_invalid_specimen_has_no_result_even_if_the_screen_was_negative() {
        Observation dilute = negative(drugTest(COCAINE, DAY));
        dilute.addExtension(VALIDITY, concept(VALIDITY_CODES, "dilute"));

        assertThat(tests(dilute)).containsExactly(test(DAY, DILUTE, false));
    }

    @Test
    void reads_the_interpretation_where_there_is_no_coded_value() {
        Observation observation = drugTest(COCAINE, DAY);
        observation.addInterpretation(
                concept("http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation", "POS"));

        assertThat(tests(observation)).containsExactly(test(DAY, POSITIVE, false));
    }

    @Test
    void leaves_out_pending_mistaken_laboratory_cancelled_and_out_of_period_tests() {
        assertThat(tests(
                        positive(drugTest(COCAINE, DAY)).setStatus(ObservationStatus.PRELIMINARY),
                        positive(drugTest(COCAINE, DAY)).setStatus(ObservationStatus.ENTEREDINERROR),
                        drugTest(COCAINE, DAY).setStatus(ObservationStatus.CANCELLED),
                        drugTest(COCAINE, DAY),
                        positive(drugTest(COCAINE, "2026-11-23"))))
                .isEmpty();
    }

    @Test
    void leaves_out_other_people_and_whatever_is_no_drug_test() {
        Observation other = positive(drugTest(COCAINE, DAY)).setSubject(new Reference("Patient/p2"));
        Observation hiv = positive(drugTest("75622-1", DAY));

        assertThat(tests(other, hiv)).isEmpty();
    }

    @Test
    void a_date_without_time_is_the_day_as_written() {
        List<DrugTest> tests = DrugTests.of(
                List.of(negative(drugTest(COCAINE, "2026-11-16"))),
                Fhir.PATIENT,
                new ReportingPeriod(LocalDate.parse("2026-11-16"), LocalDate.parse("2026-11-16")),
                ZoneId.of("Pacific/Honolulu"));

        assertThat(tests).containsExactly(test("2026-11-16", NEGATIVE, true));
    }

    private static List<DrugTest> tests(Observation... observations) {
        return DrugTests.of(
                List.of(observations),
                Fhir.PATIENT,
                new ReportingPeriod(LocalDate.parse("2026-11-16"), LocalDate.parse("2026-11-22")),
                ZoneId.of("America/Denver"));
    }
}
