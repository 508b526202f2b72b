package org.warmhandoff.server.referral.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.warmhandoff.routes.ccda.xdm.XdmDocument;
import org.warmhandoff.routes.ccda.xdm.XdmSubmission;
import org.warmhandoff.routes.ccda.xdm.XdmWriter;
import org.warmhandoff.server.TestServer;

/** A hospital uploads C-CDA documents and gets consultation notes into its folder. */
class CcdaIntakeTest {

    private static final String XML = "application/hl7-cda+xml";
    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private final TestServer server = TestServer.shared();
    private final String number = "REF-" + UUID.randomUUID();
    private final String document = document(number);

    private static String document(String number) {
        return """
                <ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                  <typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>
                  <templateId root="2.16.840.1.113883.10.20.22.1.14" extension="2015-08-01"/>
                  <id root="2.999.1" extension="DOC-%1$s"/>
                  <code code="57133-1" codeSystem="2.16.840.1.113883.6.1"/>
                  <effectiveTime value="20261123083000-0500"/>
                  <confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25"/>
                  <recordTarget><patientRole>
                    <id root="2.999.2" extension="MRN-%1$s"/>
                    <patient><name><given>Jo</given><family>Docu</family></name>
                      <administrativeGenderCode code="F" codeSystem="2.16.840.1.113883.5.1"/>
                      <birthTime value="19900412"/></patient>
                  </patientRole></recordTarget>
                  <informationRecipient><intendedRecipient><receivedOrganization>
                    <id root="2.999.3" extension="sunrise"/>
                  </receivedOrganization></intendedRecipient></informationRecipient>
                  <inFulfillmentOf><order><id root="2.999.4" extension="%1$s"/></order></inFulfillmentOf>
                  <component><structuredBody><component><section>
                    <code code="42349-1" codeSystem="2.16.840.1.113883.6.1"/>
                    <text>Step down.</text>
                  </section></component><component><section>
                    <code code="29762-2" codeSystem="2.16.840.1.113883.6.1"/>
                    <text>Smokes.</text>
                  </section></component></structuredBody></component>
                </ClinicalDocument>
                """
                .formatted(number);
    }

    private HttpResponse<String> upload(String body) {
        return server.upload("/ccda?partner=valley", body.getBytes(UTF_8), "Content-Type", XML);
    }

    private static OperationOutcome outcome(HttpResponse<String> answer) {
        return FHIR.newJsonParser().parseResource(OperationOutcome.class, answer.body());
    }

    private <T extends IBaseResource> List<T> search(Class<T> type, String query) {
        Bundle found = FHIR.newJsonParser()
                .parseResource(
                        Bundle.class,
                        server.get(type.getSimpleName() + "?" + query).body());
        return found.getEntry().stream()
                .map(entry -> entry.getResource())
                .map(type::cast)
                .toList();
    }

    private Task task() {
        List<Task> tasks = search(Task.class, "identifier=" + number);
        assertThat(tasks).hasSize(1);
        return tasks.get(0);
    }

    @Test
    void a_document_becomes_a_referral_and_is_kept_whole() {
        HttpResponse<String> answer = upload(document);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String id = "Task/" + task().getIdElement().getIdPart();
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(at -> assertThat(at).endsWith("/fhir/" + id));
        assertThat(outcome(answer).getIssueFirstRep().getDetails().getText()).isEqualTo(id);
        assertThat(task().getBusinessStatus().getCodingFirstRep().getCode()).isEqualTo("delivered");
        assertThat(task().getNoteFirstRep().getText()).isEqualTo("Read with loss: section 29762-2 not mapped");
        List<DocumentReference> documents =
                search(DocumentReference.class, "patient=" + task().getFor().getReference());
        String url = documents.get(0).getContentFirstRep().getAttachment().getUrl();
        Binary kept = FHIR.newJsonParser()
                .parseResource(
                        Binary.class,
                        server.get(url, "Accept", "application/fhir+json").body());
        assertThat(kept.getData()).isEqualTo(document.getBytes(UTF_8));
        assertThat(kept.getContentType()).isEqualTo(XML);
    }

    @Test
    void the_same_document_again_gets_the_first_answer() {
        String first = upload(document).body();

        HttpResponse<String> second = upload(document);

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first);
        task();
    }

    @Test
    void another_document_under_that_id_is_a_conflict_and_under_that_number_no_second_referral() {
        upload(document);

        assertThat(upload(document.replace("Step down.", "Step up.")).statusCode())
                .isEqualTo(409);
        HttpResponse<String> again = upload(document.replace("\"DOC-", "\"NEWER-"));

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(outcome(again).getIssueFirstRep().getDetails().getText())
                .isEqualTo("Task/" + task().getIdElement().getIdPart());
    }

    @Test
    void an_unfit_document_is_refused_with_the_reason() {
        HttpResponse<String> answer = upload(document.replace("22.1.14", "22.1.9"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(outcome(answer).getIssueFirstRep().getExpression().get(0).getValue())
                .isEqualTo("ClinicalDocument.templateId");
        assertThat(upload("<!DOCTYPE a><a/>").statusCode()).isEqualTo(422);
        assertThat(server.upload("/ccda?partner=nobody", document.getBytes(UTF_8), "Content-Type", XML)
                        .statusCode())
                .isEqualTo(422);
        assertThat(server.upload("/ccda", document.getBytes(UTF_8), "Content-Type", "text/plain")
                        .statusCode())
                .isEqualTo(415);
        assertThat(server.upload("/ccda", new byte[21 * 1024 * 1024], "Content-Type", "application/zip")
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void a_package_is_taken_from_the_sender_that_the_header_names() {
        byte[] archive = XdmWriter.write(new XdmSubmission(
                UUID.randomUUID(),
                Instant.parse("2026-11-23T14:30:00Z"),
                new XdmDocument.Type("57133-1", "2.16.840.1.113883.6.1", "Referral note"),
                XdmDocument.ReferralId.NONE,
                new XdmSubmission.PatientId("MRN-1", "2.999.2"),
                new XdmSubmission.Recipient("Sunrise", "sunrise@direct.example.org"),
                document.getBytes(UTF_8)));

        HttpResponse<String> answer =
                server.upload("/ccda", archive, "Content-Type", "application/zip", "Partner", "valley");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(task().getRequester().getReference()).isEqualTo("Organization/valley");
    }

    @Test
    void the_sender_is_told_every_step_by_a_consultation_note() throws IOException {
        upload(document);
        String id = task().getIdElement().getIdPart();

        await().atMost(Duration.ofSeconds(30)).until(() -> notes().size() == 1);
        assertThat(notes().get(0)).contains("extension=\"MRN-" + number, "code=\"P\"", "<family>Docu</family>");
        move(id, "claim", "");
        move(
                id,
                "decline",
                ",{\"name\":\"reason\",\"valueCodeableConcept\":{\"coding\":[{\"code\":\"no-capacity\"}]}}");

        await().atMost(Duration.ofSeconds(30)).until(() -> notes().size() == 3);
        assertThat(notes()).anySatisfy(note -> assertThat(note).contains("code=\"R\"", "Reason: no-capacity."));
        assertThat(notes()).noneSatisfy(note -> assertThat(note).contains("42 CFR"));
    }

    @Test
    void a_hospital_that_speaks_direct_refers_by_mail_and_hears_by_mail() throws Exception {
        server.hillside()
                .send(server.directPort(), "sunrise@direct.hub.example", document.replace("\"sunrise\"", "\"x\""));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> search(Task.class, "identifier=" + number).size() == 1);
        assertThat(task().getRequester().getReference()).isEqualTo("Organization/hillside");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(server.hillside().opened())
                        .anySatisfy(mail -> assertThat(mail).contains("multipart/signed", "XDM.ZIP")));
    }

    private void move(String task, String event, String more) {
        HttpResponse<String> answer = server.post(
                "Task/" + task + "/$transition",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"event\",\"valueCode\":\"" + event + "\"}"
                        + more + "]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private List<String> notes() throws IOException {
        Path folder = server.dataDirectory().resolve("valley");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .map(CcdaIntakeTest::read)
                    .filter(note -> note.contains(number))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
