package org.warmhandoff.routes.hl7v2.datatype;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SsnGuardTest {

    private static final String PID = "PID|1||MRN1^^^MERCY^MR||Doe^Jo||||||||||||||219099998";

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "SSN 219-09-9998., SSN [removed].",
                "ssn219-09-9998, ssn[removed]",
                "call 219099998 or 219 09 9998, call [removed] or [removed]",
                "219099998A, [removed]A",
                "Doe^219099998^x, Doe^^x",
                "a 111-22-3333 b, a [removed] b",
                "2190999983, 2190999983",
                "111223333, 111223333",
                "111 22 3333, 111 22 3333",
                "217-555-0100, 217-555-0100",
                "1219-09-99981, 1219-09-99981",
                "20261123, 20261123",
            })
    void removes_declared_numbers_and_what_is_written_like_one(String raw, String clean) {
        SsnGuard guard = Values.conversion(PID).ssnGuard();
        assertThat(guard.clean(Values.value(raw)).raw()).isEqualTo(clean);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "219099998^^^USSSA^SS",
                "219099998^^^^^USSSA^",
                "219099998^^^SSA",
                "219099998^^^&2.16.840.1.113883.4.1&ISO",
                "219099998^^^&http://hl7.org/fhir/sid/us-ssn&URI",
                "219099998^^^MERCY^ss",
                "219099998^^^US^SA^SS",
            })
    void an_identifier_that_says_what_it_is_never_becomes_one(String cx) {
        Conversion conversion = Values.conversion();
        Fields pid = Values.fields("PID|1||" + cx, conversion);
        assertThat(pid.personIdentifiers(3)).isEmpty();
        assertThat(conversion.notes().toList()).containsExactly("PID-3 dropped: social security number");
    }

    @ParameterizedTest
    @CsvSource({
        "219099998, true", "219099998^^^LAB, true", "219099998^4^M11, false", "219099998^^^LAB^PI, false",
        "000445566, false", "919099998, false", "A19099998, false", "21909999, false"
    })
    void a_further_number_of_the_patient_that_could_be_one_needs_a_type(String cx, boolean dropped) {
        Fields pid = Values.fields("PID|1||MRN1~" + cx, Values.conversion());
        assertThat(pid.personIdentifiers(3)).hasSize(dropped ? 1 : 2);
    }
}
