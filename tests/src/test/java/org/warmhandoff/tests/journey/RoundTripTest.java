package org.warmhandoff.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.profiles.GuidePackage;
import org.warmhandoff.tests.harness.FhirResponse;
import org.warmhandoff.tests.harness.OfficialExamples;
import org.warmhandoff.tests.harness.RoundTrip;
import org.warmhandoff.tests.harness.RoundTrip.Format;
import org.warmhandoff.tests.harness.WithWorld;
import org.warmhandoff.tests.harness.World;

/** What is written comes back as it was, element by element, in both formats. */
@WithWorld
@Timeout(300)
class RoundTripTest {

    static Stream<Named<String>> examples() {
        return GuidePackage.examples().stream()
                .map(file -> Named.of(file.substring(file.lastIndexOf('/') + 1), GuidePackage.read(file)));
    }

    @BeforeAll
    static void somebody(World world) {
        RoundTrip.prepare(
                world.fhir(),
                "{\"resourceType\":\"Patient\",\"id\":\"somebody\",\"meta\":{\"profile\":"
                        + "[\"http://hl7.org/fhir/StructureDefinition/Patient\"]}}");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void examples_of_the_guide_survive(String example, World world) {
        RoundTrip trip = RoundTrip.of(example);
        // The state of a referral begins by intake and moves by $transition, and payer Groups and
        // AuditEvents are the server's own.
        assumeTrue(trip.mayBeWritten(), "not to be written by a client");

        assertThat(trip.through(world.fhir(), Format.JSON)).isEqualTo(trip.expected());
        assertThat(trip.through(world.fhir(), Format.XML)).isEqualTo(trip.expected());
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void official_examples_of_us_core_survive(Format format, World world) {
        List<Resource> examples = OfficialExamples.usCore();
        assumeTrue(!examples.isEmpty(), "the package of US Core is not at hand");

        assertThat(examples).hasSizeGreaterThan(150).allSatisfy(example -> {
            RoundTrip trip = RoundTrip.of(example);
            assertThat(trip.through(world.fhir(), format)).isEqualTo(trip.expected());
        });
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void patients_of_synthea_survive_but_for_their_social_security_numbers(Format format, World world) {
        List<Resource> resources = OfficialExamples.synthea();
        assumeTrue(!resources.isEmpty(), "the records of Synthea are not at hand");

        assertThat(resources).hasSizeGreaterThan(300).allSatisfy(resource -> {
            RoundTrip trip = RoundTrip.of(resource);
            assertThat(trip.through(world.fhir(), format))
                    .isEqualTo(trip.expected())
                    .doesNotContain("us-ssn");
        });
    }

    @Test
    void what_a_foreign_profile_asks_for_is_kept_too(World world) {
        RoundTrip trip = RoundTrip.of(
                """
                {"resourceType":"ServiceRequest",
                 "meta":{"profile":["http://hl7.org/fhir/us/bser/StructureDefinition/BSeR-ReferralServiceRequest"]},
                 "extension":[{"url":"https://vendor.invalid/of-their-own","valueString":"kept"}],
                 "identifier":[{"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0203","code":"PLAC"}]},
                   "system":"urn:bser:placer","value":"R-1"}],
                 "status":"active","intent":"order","code":{"text":"Diabetes prevention"},
                 "subject":{"display":"somebody"},"_occurrenceDateTime":{"extension":[
                   {"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"unknown"}]}}""");

        assertThat(trip.through(world.fhir(), Format.JSON)).isEqualTo(trip.expected());
        assertThat(trip.through(world.fhir(), Format.XML)).isEqualTo(trip.expected());
    }

    @Test
    void a_dropped_number_is_told(World world) {
        FhirResponse answer = world.fhir()
                .post(
                        "Practitioner",
                        "{\"resourceType\":\"Practitioner\",\"identifier\":[{\"system\":"
                                + "\"http://hl7.org/fhir/sid/us-ssn\",\"value\":\"999-11-2222\"}]}")
                .expect(201);

        assertThat(answer.header("X-FHIR-Request-Validation")).contains("iop-pat-2");
        assertThat(answer.body()).doesNotContain("999-11");
    }
}
