package org.warmhandoff.server.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.utilities.json.model.JsonObject;
import org.hl7.fhir.utilities.json.parser.JsonParser;
import org.junit.jupiter.api.Test;

class SocialSecurityNumbersTest {

    private static final String PATIENT =
            """
            {"resourceType":"Patient",
             "contained":[{"resourceType":"Patient","identifier":[{"system":"urn:oid:2.16.840.1.113883.4.1","value":"999-11-2222"}]}],
             "identifier":[{"system":"urn:mrn","value":"1"},
               {"system":"http://hl7.org/fhir/sid/us-ssn","value":"999-11-3333"},
               {"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0203","code":"SS"}]},"value":"999-11-4444"}]}""";

    @Test
    void they_are_taken_out_with_a_warning_each_that_does_not_repeat_them() {
        JsonObject patient = ResourceValidator.read(PATIENT);

        Findings findings = SocialSecurityNumbers.removeFrom(patient);

        assertThat(findings.refuse()).isFalse();
        assertThat(findings.warnings())
                .extracting(Finding::reason)
                .containsExactlyInAnyOrder(
                        "iop-pat-2 Patient.identifier[1]",
                        "iop-pat-2 Patient.identifier[2]",
                        "iop-pat-2 Patient.contained[0].identifier[0]");
        assertThat(JsonParser.compose(patient)).doesNotContain("999-11").contains("urn:mrn");
    }

    @Test
    void a_parsed_resource_loses_them_too() {
        Patient patient = Examples.FHIR.newJsonParser().parseResource(Patient.class, PATIENT);

        SocialSecurityNumbers.removeFrom(patient);

        assertThat(Examples.FHIR.newJsonParser().encodeResourceToString(patient))
                .doesNotContain("999-11")
                .contains("urn:mrn");
    }
}
