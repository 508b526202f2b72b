package org.warmhandoff.server.disclosure.http;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.server.TestServer;

/** The real server with the gate shut, spoken to by callers of whom a header says who they are. */
final class GatedServer implements AutoCloseable {

    static final FhirContext FHIR = FhirContext.forR4Cached();

    final TestServer server = TestServer.shared();
    private final HttpClient http = HttpClient.newHttpClient();

    GatedServer() {
        server.replaceBean("currentCaller", new HeaderCaller());
    }

    @Override
    public void close() {
        server.replaceBean("currentCaller", null);
    }

    HttpResponse<String> as(String caller, String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(path.startsWith("http") ? path : server.fhirBase() + "/" + path))
                .header("Content-Type", "application/fhir+json")
                .header("Authorization", "Bearer " + server.staffToken())
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!caller.equals("staff")) {
            request.header(HeaderCaller.HEADER, caller);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String caller, String path, String... headers) {
        return as(caller, "GET", path, "", headers);
    }

    Bundle search(String caller, String path) {
        HttpResponse<String> answer = get(caller, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return FHIR.newJsonParser().parseResource(Bundle.class, answer.body());
    }

    /** Ids of the resources of a type. */
    static List<String> ids(Bundle bundle, String type) {
        return bundle.getEntry().stream()
                .filter(entry -> entry.getResource() != null
                        && entry.getResource().fhirType().equals(type))
                .map(entry -> entry.getResource().getIdElement().getIdPart())
                .toList();
    }

    /** Creates as staff; returns the id without the type. */
    String create(Resource resource) {
        HttpResponse<String> answer = as("staff", "POST", resource.fhirType(), json(resource));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new IdType(answer.headers().firstValue("Location").orElseThrow()).getIdPart();
    }

    static String json(Resource resource) {
        return FHIR.newJsonParser().encodeResourceToString(resource);
    }

    String patient(String... labels) {
        return create(label(person(), labels));
    }

    static Patient person() {
        Patient patient = new Patient();
        patient.addIdentifier(new Identifier()
                .setSystem("urn:test:gate")
                .setValue(UUID.randomUUID().toString())
                .setType(new CodeableConcept(new Coding(CodeSystems.V2_IDENTIFIER_TYPE, "MR", null))));
        patient.addName().setFamily("Gate").addGiven("Test");
        patient.setGender(org.hl7.fhir.r4.model.Enumerations.AdministrativeGender.UNKNOWN);
        patient.addTelecom()
                .setSystem(org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem.PHONE)
                .setValue("555-0100");
        // Mercy is no programme under 42 CFR Part 2.
        patient.setManagingOrganization(new Reference("Organization/mercy"));
        return patient;
    }

    Encounter encounter(String patient, String marker, String... labels) {
        Encounter encounter = new Encounter()
                .setStatus(Encounter.EncounterStatus.FINISHED)
                .setClass_(new Coding(CodeSystems.ACT_CODE, "AMB", null))
                .setSubject(new Reference("Patient/" + patient))
                .setServiceProvider(new Reference("Organization/mercy"))
                .addType(new CodeableConcept(new Coding(CodeSystems.SESSION_TYPE, "group-skills-dbt", null)));
        encounter.addIdentifier().setSystem("urn:test:gate").setValue(marker);
        encounter
                .getPeriod()
                .setStartElement(new org.hl7.fhir.r4.model.DateTimeType("2026-11-01T09:00:00Z"))
                .setEndElement(new org.hl7.fhir.r4.model.DateTimeType("2026-11-01T10:30:00Z"));
        return label(encounter, labels);
    }

    static DocumentReference note(String patient) {
        DocumentReference note = new DocumentReference();
        note.setStatus(DocumentReferenceStatus.CURRENT);
        note.setType(new CodeableConcept(new Coding(CodeSystems.LOINC, "34904-3", null)));
        note.addCategory(new CodeableConcept(new Coding(
                "http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category", "clinical-note", null)));
        note.setSubject(new Reference("Patient/" + patient));
        note.addAuthor(new Reference("Organization/sunrise"));
        note.addContent()
                .getAttachment()
                .setContentType("text/plain")
                .setTitle("note")
                .setData(new byte[] {65});
        return label(note, "PSYTHPN");
    }

    static <T extends Resource> T label(T resource, String... labels) {
        for (String label : labels) {
            resource.getMeta().addSecurity(new Coding(CodeSystems.ACT_CODE, label, null));
        }
        if (labels.length > 0) {
            resource.getMeta().addSecurity(new Coding(CodeSystems.CONFIDENTIALITY, "V", null));
        }
        return resource;
    }

    /** A referral of that patient by a partner, as the register knows it. */
    void refer(String partner, String patient, String task) {
        server.bean(JdbcTemplate.class)
                .update(
                        """
                        insert into warmhandoff.referral
                          (task_id, request_id, patient_id, requester, placer, owner, dialect, state, created_at)
                        values (?, ?, ?, ?, ?, 'sunrise', 'FHIR', 'delivered', now())""",
                        task,
                        "request-" + task,
                        patient,
                        partner,
                        UUID.randomUUID().toString());
    }

    void cover(String payer, String patient, String coverage) {
        server.bean(JdbcTemplate.class)
                .update(
                        "insert into warmhandoff.payer_coverage (coverage_id, payer, patient_id, active) values (?, ?, ?, true)",
                        coverage,
                        payer,
                        patient);
    }
}
