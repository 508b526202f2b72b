package org.warmhandoff.server.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.r4.model.Base64BinaryType;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.CurrentCaller;
import org.warmhandoff.server.part2.Purpose;

/** The text of a protected note lies apart, and nothing but {@code $note} has it. */
class ProtectedNotesTest {

    private final LabelFixture fixture = new LabelFixture();
    private final String secret = "canary" + UUID.randomUUID().toString().replace("-", "");
    private final String patient = fixture.patient();

    private DocumentReference note(String label) {
        DocumentReference note = new DocumentReference();
        note.getMeta().addSecurity(new Coding(CodeSystems.CONFIDENTIALITY, "V", null));
        note.getMeta().addSecurity(new Coding(CodeSystems.ACT_CODE, label, null));
        note.setStatus(DocumentReferenceStatus.CURRENT);
        note.setType(new CodeableConcept(new Coding(CodeSystems.LOINC, "34904-3", null)).setText(secret));
        note.addCategory(new CodeableConcept(new Coding(
                "http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category", "clinical-note", null)));
        note.setSubject(new Reference(patient));
        note.addAuthor(new Reference("Organization/sunrise"));
        note.setDescription(secret);
        note.addContent()
                .getAttachment()
                .setContentType("text/plain")
                .setTitle(secret)
                .setDataElement(data(secret));
        return note;
    }

    private static Base64BinaryType data(String text) {
        return new Base64BinaryType(text.getBytes(StandardCharsets.UTF_8));
    }

    private String opened(String id) {
        DocumentReference whole = (DocumentReference) fixture.server
                .bean(ProtectedNotes.class)
                .open(fixture.stored(id))
                .orElseThrow();
        return new String(whole.getContentFirstRep().getAttachment().getData(), StandardCharsets.UTF_8);
    }

    /** All that the database holds in the open, of any column of HAPI's tables that could have it. */
    private void assertHidden(String id) {
        String base64 = data(secret).getValueAsString();
        assertThat(fixture.versionsWith(secret) + fixture.versionsWith(base64)).isZero();
        assertThat(fixture.jdbc()
                        .queryForObject(
                                "select count(*) from hfj_spidx_string where sp_value_exact like ?",
                                Integer.class,
                                "%" + secret + "%"))
                .isZero();
        for (String way : List.of(
                id,
                id + "/_history",
                id + "/_history/1",
                id.substring(0, id.indexOf('/')) + "?patient=" + patient,
                patient + "/$everything")) {
            String answer =
                    fixture.server.get(way, "Accept", "application/fhir+json").body();
            assertThat(answer).as(way).doesNotContain(secret).doesNotContain(base64);
        }
    }

    @Test
    void a_note_goes_in_and_its_text_is_nowhere_but_sealed() {
        HttpResponse<String> answer = fixture.server.post(
                "DocumentReference",
                ca.uhn.fhir.context.FhirContext.forR4Cached().newJsonParser().encodeResourceToString(note("PSYTHPN")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).doesNotContain(secret).contains("Done.");
        IdType location = new IdType(answer.headers().firstValue("Location").orElseThrow());
        String id = "DocumentReference/" + location.getIdPart();

        assertHidden(id);
        assertThat(LabelFixture.labels(fixture.stored(id)))
                .contains("V", "PSYTHPN", "HIPAAPsyNotes", "42CFRPart2")
                .doesNotContain("R");
        assertThat(opened(id)).isEqualTo(secret);
        assertThat(fixture.jdbc()
                        .queryForObject(
                                "select position(?::bytea in sealed) from warmhandoff.protected_note where resource_id = ?",
                                Integer.class,
                                secret.getBytes(StandardCharsets.UTF_8),
                                location.getIdPart()))
                .isZero();
    }

    @Test
    void a_stub_sent_back_leaves_the_note_and_new_content_is_a_new_revision() {
        String id = fixture.create(note("PSYTHPN"));
        DocumentReference stub = (DocumentReference) fixture.stored(id);
        stub.getMeta().setSecurity(null);
        assertThat(fixture.update(stub).statusCode()).isEqualTo(200);
        assertThat(opened(id)).isEqualTo(secret);

        stub.setDescription("said in the open");
        assertThat(fixture.update(stub).statusCode()).isEqualTo(422);

        stub.setDescription(null);
        stub.getContentFirstRep().getAttachment().setUrl(null).setDataElement(data("second " + secret));
        assertThat(fixture.update(stub).statusCode()).isEqualTo(200);
        assertThat(opened(id)).isEqualTo("second " + secret);
        assertHidden(id);
    }

    @Test
    void what_turns_out_to_be_a_note_leaves_no_open_version_behind() {
        DocumentReference document = note("HIV");
        String id = fixture.create(document);
        assertThat(fixture.versionsWith(secret)).isEqualTo(1);
        DocumentReference now = (DocumentReference) fixture.stored(id);
        now.getMeta().addSecurity(SecurityLabel.SUD_NOTE.coding());
        HttpResponse<String> answer = fixture.update(now);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertHidden(id);
        assertThat(opened(id)).isEqualTo(secret);
    }

    @Test
    void the_file_of_a_note_is_set_apart_whether_it_came_before_or_with_it() {
        Binary file = new Binary().setContentType("text/plain").setData(secret.getBytes(StandardCharsets.UTF_8));
        String binary = fixture.create(file);
        DocumentReference note = note("PSYTHPN");
        note.getContentFirstRep().getAttachment().setDataElement(null).setUrl(binary);
        String id = fixture.create(note);
        fixture.passOn();
        assertHidden(id);
        assertHidden(binary);
        assertThat(opened(id)).isEqualTo(secret);
    }

    @Test
    void a_note_and_its_file_may_come_in_one_transaction() {
        DocumentReference note = note("PSYTHPN");
        note.getContentFirstRep()
                .getAttachment()
                .setDataElement(null)
                .setUrl("urn:uuid:22222222-2222-4222-8222-222222222222");
        String json =
                ca.uhn.fhir.context.FhirContext.forR4Cached().newJsonParser().encodeResourceToString(note);
        HttpResponse<String> answer = fixture.server.post(
                "",
                """
                {"resourceType":"Bundle","type":"transaction","entry":[
                 {"fullUrl":"urn:uuid:11111111-1111-4111-8111-111111111111","resource":%s,
                  "request":{"method":"POST","url":"DocumentReference"}},
                 {"fullUrl":"urn:uuid:22222222-2222-4222-8222-222222222222","resource":
                   {"resourceType":"Binary","contentType":"text/plain","data":"%s"},
                  "request":{"method":"POST","url":"Binary"}}]}
                """
                        .formatted(json, data(secret).getValueAsString()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String id = answer.body().replaceAll("(?s).*?(DocumentReference/[0-9a-f-]{36}).*", "$1");
        assertHidden(id);
        assertThat(opened(id)).isEqualTo(secret);
    }

    @Test
    void a_composition_is_a_note_by_its_category() {
        Composition note = new Composition();
        note.setStatus(Composition.CompositionStatus.FINAL);
        note.setType(new CodeableConcept(new Coding(CodeSystems.LOINC, "34904-3", null)));
        note.addCategory(new CodeableConcept(SecurityLabel.SUD_NOTE.coding()));
        note.setSubject(new Reference(patient));
        note.setDateElement(new org.hl7.fhir.r4.model.DateTimeType("2026-11-01"));
        note.addAuthor(new Reference("Organization/sunrise"));
        note.setTitle(secret);
        note.addSection().setTitle(secret).getText().setDivAsString("<div>" + secret + "</div>");
        note.getSectionFirstRep().getText().setStatus(org.hl7.fhir.r4.model.Narrative.NarrativeStatus.ADDITIONAL);
        String id = fixture.create(note);
        assertHidden(id);
        assertThat(LabelFixture.labels(fixture.stored(id)))
                .contains("V", "sud-counseling-note", "PSYTHPN", "SUD", "42CFRPart2");
        Composition whole = (Composition) fixture.server
                .bean(ProtectedNotes.class)
                .open(fixture.stored(id))
                .orElseThrow();
        assertThat(whole.getSectionFirstRep().getTitle()).isEqualTo(secret);
    }

    @Test
    void a_patch_brings_no_text_into_the_open() {
        String id = fixture.create(note("PSYTHPN"));
        HttpResponse<String> answer = fixture.server.patch(
                id,
                """
                [{"op":"remove","path":"/content/0/attachment/url"},
                 {"op":"add","path":"/content/0/attachment/data","value":"%s"},
                 {"op":"replace","path":"/meta/security","value":[]}]"""
                        .formatted(data("patched " + secret).getValueAsString()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertHidden(id);
        assertThat(opened(id)).isEqualTo("patched " + secret);
        assertThat(LabelFixture.labels(fixture.stored(id))).contains("V", "PSYTHPN");
    }

    @Test
    void only_documents_can_be_labelled_as_notes_by_clients() {
        HttpResponse<String> answer = fixture.server.post(
                "Communication",
                """
                {"resourceType":"Communication","status":"completed","subject":{"reference":"%s"},
                 "meta":{"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"PSYTHPN"}]},
                 "payload":[{"contentString":"%s"}]}"""
                        .formatted(patient, secret));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(fixture.versionsWith(secret)).isZero();
    }

    @Test
    void its_author_may_read_it_a_colleague_is_refused_and_nobody_else_learns_that_it_is_there() {
        String id = fixture.create(note("PSYTHPN"));
        fixture.jdbc()
                .update(
                        "update warmhandoff.protected_note set author = 'lena' where resource_id = ?",
                        new IdType(id).getIdPart());

        DocumentReference whole =
                (DocumentReference) provider(caller(Caller.Kind.USER, "lena")).document(new IdType(id));
        assertThat(new String(whole.getContentFirstRep().getAttachment().getData(), StandardCharsets.UTF_8))
                .isEqualTo(secret);
        assertThatThrownBy(() -> provider(caller(Caller.Kind.USER, "mark")).document(new IdType(id)))
                .isInstanceOf(ForbiddenOperationException.class);
        assertThatThrownBy(() -> provider(caller(Caller.Kind.STAFF, null)).document(new IdType(id)))
                .isInstanceOf(ForbiddenOperationException.class);
        assertThatThrownBy(() -> provider(caller(Caller.Kind.PARTNER, null)).document(new IdType(id)))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThat(fixture.server.get(id + "/$note").statusCode()).isEqualTo(403);
    }

    private static Caller caller(Caller.Kind kind, String user) {
        String partner = kind == Caller.Kind.PARTNER ? "mercy" : null;
        return new Caller(kind, "client", user, partner, Set.of(), Set.of(), Purpose.TREAT, null);
    }

    private NoteProvider provider(Caller caller) {
        CurrentCaller current = () -> Optional.of(caller);
        return new NoteProvider(
                fixture.server.bean(ProtectedNotes.class),
                fixture.store(),
                LabelFixture.provider(CurrentCaller.class, current),
                LabelFixture.provider(NoteRelease.class));
    }
}
