package org.warmhandoff.server.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.utilities.json.model.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.profiles.GuidePackage;

class ResourceValidatorTest {

    @ParameterizedTest
    @MethodSource("org.warmhandoff.server.validation.Examples#all")
    void every_example_of_the_guide_passes(String example) {
        Findings findings = Examples.VALIDATOR.validate(ResourceValidator.read(GuidePackage.read(example)));

        assertThat(findings.errors()).isEmpty();
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                broken("Patient-jordan-doe", "iop-pat-1", "Patient", p -> p.remove("identifier")),
                broken("Patient-jordan-doe", "structure", "Patient", p -> p.add("favouriteColour", "red")),
                broken("Patient-jordan-doe", "code", "Patient.gender", p -> p.set("gender", "blue")),
                broken("ServiceRequest-referral-at-discharge", "iop-sr-2", "ServiceRequest", r -> {
                    r.remove("reasonCode");
                    r.remove("reasonReference");
                }),
                broken("Task-task-delivered", "iop-task-6", "Task", t -> t.set("status", "completed")),
                broken("Task-task-delivered", "reference", "Task.focus", t -> t.getJsonObject("focus")
                        .set("reference", "Patient/jordan-doe")));
    }

    private static Arguments broken(String example, String key, String path, Consumer<JsonObject> change) {
        JsonObject resource = Examples.json(example);
        change.accept(resource);
        return Arguments.of(example, key, path, resource);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("broken")
    void an_error_names_key_path_and_a_sentence(String example, String key, String path, JsonObject resource) {
        List<Finding> errors =
                Examples.VALIDATOR.validate(Examples.received(resource)).errors();

        assertThat(errors).anySatisfy(error -> {
            assertThat(error.key()).contains(key);
            assertThat(error.path()).startsWith(path);
            assertThat(error.sentence()).isNotBlank();
        });
    }

    @Test
    void a_validator_that_is_used_again_remembers_nothing_of_the_resource_before() {
        ResourceValidator forgetful = new ResourceValidator(Examples.VALIDATORS);
        List<String> order = new ArrayList<>(Examples.all());
        Collections.shuffle(order, new Random(7));
        for (String example : order) {
            JsonObject broken = ResourceValidator.read(GuidePackage.read(example));
            broken.add("favouriteColour", "red");
            assertThat(forgetful.validate(Examples.received(broken)).errors())
                    .as(example)
                    .hasSize(1);
            assertThat(forgetful
                            .validate(ResourceValidator.read(GuidePackage.read(example)))
                            .errors())
                    .as(example)
                    .isEmpty();
        }
    }

    @Test
    void a_profile_of_ours_that_the_guide_has_not_got_is_an_error() {
        Patient patient = Examples.parsed(Patient.class, "Patient-jordan-doe");
        patient.getMeta().getProfile().get(0).setValue("https://warmhandoff.org/fhir/StructureDefinition/iop-patent");

        assertThat(Examples.VALIDATOR.validate(patient).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.reason()).isEqualTo("profile Patient.meta.profile"));
    }

    @Test
    void a_part_2_label_without_restriction_is_an_error_on_what_no_profile_applies_to() {
        Observation observation = new Observation();
        observation.setStatus(Observation.ObservationStatus.FINAL).getCode().setText("weight");
        observation.getMeta().addSecurity(new Coding(CodeSystems.ACT_CODE, "42CFRPart2", null));
        assertThat(Examples.VALIDATOR.validate(observation).errors())
                .extracting(Finding::key)
                .containsExactly("iop-lbl-1");

        observation.getMeta().addSecurity(new Coding(CodeSystems.CONFIDENTIALITY, "R", null));
        assertThat(Examples.VALIDATOR.validate(observation).errors()).isEmpty();
    }

    @Test
    void the_same_content_under_another_id_and_version_is_judged_once() {
        ServiceRequest one = Examples.parsed(ServiceRequest.class, "ServiceRequest-referral-step-down");
        ServiceRequest other = one.copy();
        other.setId("other");
        other.getMeta().setVersionId("7");

        assertThat(Examples.VALIDATOR.validate(one)).isSameAs(Examples.VALIDATOR.validate(other));
    }
}
