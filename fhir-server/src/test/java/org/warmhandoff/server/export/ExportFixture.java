package org.warmhandoff.server.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Coverage.CoverageStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.server.ConsentForms;
import org.warmhandoff.server.Patients;
import org.warmhandoff.server.TestServer;

/** Writes care data as a client would, and pulls it as a payer would. */
final class ExportFixture {

    static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration EXPORTED = Duration.ofSeconds(90);

    final TestServer server = TestServer.shared();

    /** Creates a resource; returns {@code Type/id}. */
    String create(Resource resource) {
        HttpResponse<String> answer =
                server.post(resource.fhirType(), FHIR.newJsonParser().encodeResourceToString(resource));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return resource.fhirType() + "/" + json(answer.body()).path("id").asText();
    }

    void update(String id, Resource resource) {
        resource.setId(id);
        HttpResponse<String> answer = server.put(id, FHIR.newJsonParser().encodeResourceToString(resource));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** A client who lets both payers see what payment needs. */
    String patient() {
        String patient = create(Patients.named("Export"));
        String id = patient.substring("Patient/".length());
        List.of("acme-health", "beta-health").forEach(payer -> create(ConsentForms.specific(id, "HPAYMT", payer)));
        return patient;
    }

    static Coverage coverage(String patient, Reference payor) {
        return new Coverage()
                .setStatus(CoverageStatus.ACTIVE)
                .setBeneficiary(new Reference(patient))
                .addPayor(payor);
    }

    static Reference organization(String id) {
        return new Reference("Organization/" + id);
    }

    static Encounter encounter(String subject) {
        return new Encounter()
                .setStatus(EncounterStatus.FINISHED)
                .setClass_(new Coding(CodeSystems.ACT_CODE, "AMB", null))
                .setSubject(new Reference(subject))
                .addType(new CodeableConcept(new Coding(CodeSystems.SESSION_TYPE, "group-skills-dbt", null)))
                .setPeriod(new Period()
                        .setStartElement(new DateTimeType("2026-12-01T09:00:00Z"))
                        .setEndElement(new DateTimeType("2026-12-01T10:30:00Z")));
    }

    static EpisodeOfCare episode(String patient) {
        return new EpisodeOfCare().setStatus(EpisodeOfCareStatus.ACTIVE).setPatient(new Reference(patient));
    }

    static Condition condition(String patient) {
        return new Condition()
                .setSubject(new Reference(patient))
                .setCode(new CodeableConcept(new Coding(CodeSystems.ICD_10_CM, "F10.20", null)));
    }

    static Group cohort(String... patients) {
        Group group = new Group().setType(Group.GroupType.PERSON).setActual(true);
        group.setCode(new CodeableConcept(new Coding(CodeSystems.GROUP_KIND, "iop-cohort", null)));
        for (String patient : patients) {
            group.addMember().setEntity(new Reference(patient));
        }
        return group;
    }

    Group group(String payer) {
        return FHIR.newJsonParser()
                .parseResource(Group.class, server.get("Group/" + payer).body());
    }

    Set<String> members(String payer) {
        return group(payer).getMember().stream()
                .map(member -> member.getEntity().getReference())
                .collect(Collectors.toSet());
    }

    void awaitMember(String payer, String patient) {
        await().atMost(SOON).until(() -> members(payer).contains(patient));
    }

    void awaitNoMember(String payer, String patient) {
        await().atMost(SOON).until(() -> !members(payer).contains(patient));
    }

    /** The address of the export's status. */
    String start(String path) {
        HttpResponse<String> answer = server.get(path, "Prefer", "respond-async");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer.headers().firstValue("Content-Location").orElseThrow();
    }

    JsonNode manifest(String status) {
        HttpResponse<String> done =
                await().atMost(EXPORTED).until(() -> server.get(status), answer -> answer.statusCode() != 202);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        return json(done.body());
    }

    List<JsonNode> download(JsonNode manifest) {
        List<JsonNode> resources = new ArrayList<>();
        for (JsonNode file : manifest.path("output")) {
            HttpResponse<String> ndjson = server.get(file.path("url").asText(), "Accept", "application/fhir+ndjson");
            assertThat(ndjson.statusCode()).as(ndjson.body()).isEqualTo(200);
            assertThat(ndjson.headers().firstValue("Content-Type").orElse("")).startsWith("application/fhir+ndjson");
            ndjson.body().lines().map(ExportFixture::json).forEach(line -> {
                assertThat(line.path("resourceType")).isEqualTo(file.path("type"));
                resources.add(line);
            });
        }
        return resources;
    }

    static String id(JsonNode resource) {
        return resource.path("resourceType").asText() + "/"
                + resource.path("id").asText();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
