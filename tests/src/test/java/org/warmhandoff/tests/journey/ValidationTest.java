package org.warmhandoff.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.tests.harness.ReferralAssert.assertThatReferral;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.tests.harness.FhirPush;
import org.warmhandoff.tests.harness.FhirResponse;
import org.warmhandoff.tests.harness.Push;
import org.warmhandoff.tests.harness.WithWorld;
import org.warmhandoff.tests.harness.World;

/** What breaks the guide's profiles comes in by no road, and the sender learns why. */
@WithWorld
class ValidationTest {

    private static final String NO_PROFILE_OF_OURS =
            "\"meta\":{\"profile\":[\"http://hl7.org/fhir/us/core/StructureDefinition/us-core-patient\"]},";

    private final String mrn = UUID.randomUUID().toString();

    @Test
    void a_patient_without_a_medical_record_number_is_not_created(World world) {
        FhirResponse answer = world.fhir()
                .post("Patient", patient("").replace("\"code\":\"MR\"", "\"code\":\"PI\""))
                .expect(422);

        assertRefused(answer, "iop-pat-1", "Patient");
        assertNobody(world);
    }

    @Test
    void the_same_patient_passes_where_it_declares_a_profile_of_others(World world) {
        world.fhir()
                .post("Patient", patient(NO_PROFILE_OF_OURS).replace("\"code\":\"MR\"", "\"code\":\"PI\""))
                .expect(201);
    }

    @Test
    void an_update_or_a_patch_that_breaks_a_rule_leaves_the_resource_as_it_was(World world) {
        String id = world.fhir().create("Patient", patient(""));

        assertRefused(
                world.fhir()
                        .send(
                                "PUT",
                                id,
                                patient("\"id\":\"" + id.split("/")[1] + "\",").replace("MR\"", "PI\""))
                        .expect(422),
                "iop-pat-1",
                "Patient");
        assertRefused(
                world.fhir()
                        .send(
                                "PATCH",
                                id,
                                "[{\"op\":\"remove\",\"path\":\"/identifier\"}]",
                                "Content-Type",
                                "application/json-patch+json")
                        .expect(422),
                "iop-pat-1",
                "Patient");
        assertRefused(
                world.fhir()
                        .send("PATCH", id, fhirPathPatch("Patient.gender"), "Content-Type", "application/fhir+json")
                        .expect(422),
                "minimum",
                "Patient");

        assertThat(world.fhir().get(id).expect(200).as(Patient.class).getMeta().getVersionId())
                .isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"transaction", "batch"})
    void one_bad_entry_refuses_the_bundle_and_is_named(String type, World world) {
        String bundle = "{\"resourceType\":\"Bundle\",\"type\":\"" + type + "\",\"entry\":["
                + entry("Patient", patient("")) + ","
                + entry(
                        "Observation",
                        "{\"resourceType\":\"Observation\",\"status\":\"done\",\"code\":{\"text\":\"weight\"}}")
                + "]}";

        FhirResponse answer = world.fhir().post("", bundle).expect(422);

        assertRefused(answer, "code", "Bundle.entry[1].resource.status");
        assertNobody(world);
    }

    @Test
    void an_invalid_referral_is_refused_and_kept_for_inspection(World world) {
        FhirPush push = FhirPush.from("harbor");

        FhirResponse transaction = world.fhir("harbor")
                .post("", push.transaction().replace("\"MR\"", "\"PI\""))
                .expect(422);
        FhirResponse message = world.fhir("harbor")
                .post("$process-message", push.message().replace("\"MR\"", "\"PI\""))
                .expect(422);

        assertRefused(transaction, "iop-pat-1", "Bundle.entry[");
        assertRefused(message, "iop-pat-1", "Bundle.entry[");
        assertThat(world.fhir().search(Task.class, "identifier=" + push.placer()))
                .isEmpty();
        assertThat(
                        world.server()
                                .database()
                                .count(
                                        "select count(*) from warmhandoff.inbox where state = 'refused' and reason like '%iop-pat-1%'"))
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void dirty_hl7_v2_loses_the_dirt_and_not_the_referral(World world) {
        Push push = Push.ofSomebody();
        String dirty = push.text().replace("|20260101|20371231|", "|20371231|20260101|");

        assertThat(world.send(dirty).acknowledgement()).isEqualTo("AA");

        assertThatReferral(world, push.placer()).becomes("delivered");
        Task task =
                world.fhir().search(Task.class, "identifier=" + push.placer()).get(0);
        assertThat(task.getNote()).anySatisfy(note -> assertThat(note.getText())
                .contains("IN1-13 dropped: before the start")
                .doesNotContain("2037"));
    }

    @Test
    void a_social_security_number_is_dropped_with_a_warning_and_an_error_only_to_validate(World world) {
        String ssn = "{\"system\":\"http://hl7.org/fhir/sid/us-ssn\",\"value\":\"999-11-2222\"},";
        String patient = patient("").replace("\"identifier\":[", "\"identifier\":[" + ssn);

        FhirResponse created = world.fhir()
                .post("Patient", patient, "Prefer", "return=OperationOutcome")
                .expect(201);

        assertThat(created.header("X-FHIR-Request-Validation")).isEqualTo("iop-pat-2 Patient.identifier[0]");
        assertThat(created.as(OperationOutcome.class).getIssue())
                .anyMatch(issue -> issue.getSeverity() == IssueSeverity.WARNING
                        && issue.getDetails().getText().equals("iop-pat-2"));
        assertThat(world.fhir().get("Patient?identifier=" + mrn).body())
                .contains(mrn)
                .doesNotContain("999-11");
        assertThat(errors(world.fhir().post("Patient/$validate", patient).expect(200)))
                .contains("iop-pat-2");
    }

    @Test
    void every_type_that_is_served_can_be_validated(World world) {
        List<String> types = world
                .fhir()
                .get("metadata")
                .expect(200)
                .as(CapabilityStatement.class)
                .getRestFirstRep()
                .getResource()
                .stream()
                .map(resource -> resource.getType())
                .filter(type -> !type.equals("Parameters") && !type.equals("OperationDefinition"))
                .toList();

        assertThat(types).hasSizeGreaterThan(40).allSatisfy(type -> assertThat(errors(world.fhir()
                        .post(type + "/$validate", "{\"resourceType\":\"" + type + "\",\"colour\":\"red\"}")
                        .expect(200)))
                .as(type)
                .contains("colour"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"gender\":\"male\",\"gender\":\"female\"",
                "\"gender\":\"male\",\"favouriteColour\":\"red\"",
                "\"gender\":\"blue\"",
                "\"gender\":\"male\",\"birthDate\":\"04/12/1990\"",
                "\"gender\":\"male\",\"managingOrganization\":{\"reference\":\"Patient/1\"}",
                "\"gender\":\"male\",\"extension\":[{\"url\":\"https://vendor.invalid/x\",\"valueString\":\"y\"}]",
                "\"gender\":\"male\",\"modifierExtension\":[{\"url\":\"https://vendor.invalid/x\",\"valueString\":\"y\"}]"
            })
    void wrong_content_is_refused_with_a_clear_outcome(String wrong, World world) {
        FhirResponse answer = world.fhir().post("Patient", patient("").replace("\"gender\":\"male\"", wrong));

        assertThat(answer.status()).isIn(400, 422);
        assertThat(answer.as(OperationOutcome.class).getIssueFirstRep().getDiagnostics())
                .isNotBlank();
        assertNobody(world);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"resourceType\":\"Patient\",", "[]", "nonsense", "{\"resourceType\":\"Patient\",\"x\":"})
    void what_is_no_resource_is_a_bad_request(String body, World world) {
        FhirResponse answer = world.fhir().post("Patient", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.as(OperationOutcome.class).getIssue()).isNotEmpty();
    }

    @Test
    void depth_entities_and_size_are_bounded(World world) {
        String deep = "{\"resourceType\":\"Patient\",\"x\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}";
        String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><Patient "
                + "xmlns=\"http://hl7.org/fhir\"><language value=\"&e;\"/></Patient>";

        world.fhir().post("Patient", deep).expect(400);
        world.fhir()
                .post("Patient", entity, "Content-Type", "application/fhir+xml")
                .expect(400);
        FhirResponse large = world.fhir().post("Patient", patient("\"language\":\"" + "x".repeat(33 << 20) + "\","));

        assertThat(large.status()).isEqualTo(413);
        assertThat(large.as(OperationOutcome.class).getIssue()).isNotEmpty();
        assertNobody(world);
    }

    private String patient(String more) {
        return "{\"resourceType\":\"Patient\"," + more
                + "\"identifier\":[{\"type\":{\"coding\":[{\"system\":"
                + "\"http://terminology.hl7.org/CodeSystem/v2-0203\",\"code\":\"MR\"}]},\"system\":\"urn:test:mrn\","
                + "\"value\":\"" + mrn + "\"}],\"name\":[{\"family\":\"Roe\",\"given\":[\"Ann\"]}],"
                + "\"gender\":\"male\",\"birthDate\":\"1990-04-12\"}";
    }

    private static String entry(String type, String resource) {
        return "{\"resource\":" + resource + ",\"request\":{\"method\":\"POST\",\"url\":\"" + type + "\"}}";
    }

    private static String fhirPathPatch(String path) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"operation\",\"part\":["
                + "{\"name\":\"type\",\"valueCode\":\"delete\"},{\"name\":\"path\",\"valueString\":\"" + path
                + "\"}]}]}";
    }

    private void assertNobody(World world) {
        assertThat(world.fhir().search(Patient.class, "identifier=" + mrn)).isEmpty();
    }

    private static void assertRefused(FhirResponse answer, String key, String path) {
        assertThat(answer.as(OperationOutcome.class).getIssue()).anySatisfy(issue -> {
            assertThat(issue.getSeverity()).isEqualTo(IssueSeverity.ERROR);
            assertThat(issue.getDetails().getText()).contains(key);
            assertThat(issue.getExpression().get(0).getValue()).startsWith(path);
            assertThat(issue.getDiagnostics()).isNotBlank();
        });
    }

    private static String errors(FhirResponse answer) {
        return answer.as(OperationOutcome.class).getIssue().stream()
                .filter(issue -> issue.getSeverity() == IssueSeverity.ERROR)
                .map(OperationOutcome.OperationOutcomeIssueComponent::getDiagnostics)
                .collect(Collectors.joining(" "));
    }
}
