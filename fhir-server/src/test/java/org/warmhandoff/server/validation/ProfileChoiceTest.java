package org.warmhandoff.server.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.utilities.json.model.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileChoiceTest {

    @ParameterizedTest
    @CsvSource({
        "Patient-jordan-doe, iop-patient",
        "ServiceRequest-referral-step-down, iop-referral",
        "Task-task-delivered, iop-referral-task",
        "Consent-jordan-consent-tpo, iop-consent-part2",
        "Encounter-jordan-attended, iop-attendance-encounter",
        "Encounter-tuesday-skills-group, iop-group-session",
        "Observation-jordan-asam, iop-asam-assessment",
        "Composition-jordan-court-report, iop-court-report"
    })
    void a_resource_that_declares_nothing_has_the_profile_of_its_role(String example, String profile) {
        assertThat(ProfileChoice.of(undeclared(example)))
                .containsExactly("https://warmhandoff.org/fhir/StructureDefinition/" + profile);
    }

    @ParameterizedTest
    @CsvSource({
        "Task-court-report-due",
        "Group-adult-cohort",
        "Observation-jordan-phq9",
        "Condition-jordan-bpd",
        "Organization-mercy-hospital"
    })
    void what_plays_no_role_has_to_keep_r4_alone(String example) {
        assertThat(ProfileChoice.of(undeclared(example))).isEmpty();
    }

    @Test
    void a_declared_profile_of_ours_goes_before_the_role_and_loses_its_version() {
        JsonObject encounter = declaring(
                "Encounter-jordan-attended",
                "https://warmhandoff.org/fhir/StructureDefinition/iop-individual-encounter|0.1.0");

        assertThat(ProfileChoice.of(encounter))
                .containsExactly("https://warmhandoff.org/fhir/StructureDefinition/iop-individual-encounter");
    }

    @Test
    void who_declares_only_a_profile_of_others_plays_no_role_here() {
        assertThat(ProfileChoice.of(declaring(
                        "Patient-jordan-doe", "http://hl7.org/fhir/us/core/StructureDefinition/us-core-patient")))
                .isEmpty();
    }

    @Test
    void nonsense_where_elements_should_be_chooses_nothing() {
        JsonObject task = ResourceValidator.read(
                "{\"resourceType\":\"Task\",\"code\":[1],\"businessStatus\":\"x\",\"meta\":{\"profile\":[{},4]}}");

        assertThat(ProfileChoice.of(task)).isEmpty();
    }

    private static JsonObject undeclared(String example) {
        JsonObject resource = Examples.json(example);
        resource.remove("meta");
        return resource;
    }

    private static JsonObject declaring(String example, String profile) {
        JsonObject resource = Examples.json(example);
        resource.getJsonObject("meta").forceArray("profile").getItems().clear();
        resource.getJsonObject("meta").getJsonArray("profile").add(profile);
        return resource;
    }
}
