package org.warmhandoff.server.disclosure.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.warmhandoff.server.ConsentForms;

class GateOverHttpTest {

    private static GatedServer server;

    @BeforeAll
    static void shut() {
        server = new GatedServer();
    }

    @AfterAll
    static void open() {
        server.close();
    }

    @Test
    void nobody_is_told_anything_but_what_the_server_can_do() {
        assertThat(server.get("nobody", "Patient").statusCode()).isEqualTo(401);
        assertThat(server.get("nobody", "Organization/mercy").statusCode()).isEqualTo(401);
        assertThat(server.get("nobody", "metadata").statusCode()).isEqualTo(200);
        assertThat(server.get("mercy", "Organization/mercy").statusCode()).isEqualTo(200);
        assertThat(server.get("not-a-partner", "Organization/mercy").statusCode())
                .isEqualTo(404);
    }

    @Test
    void hidden_deleted_and_absent_answer_alike() {
        String hidden = server.patient();
        String deleted = server.patient();
        assertThat(server.as("staff", "DELETE", "Patient/" + deleted, "").statusCode())
                .isEqualTo(200);
        String absent = UUID.randomUUID().toString();
        for (String path : List.of("Patient/%s", "Patient/%s/_history/1", "Patient/%s/_history/9")) {
            List<String> answers = List.of(hidden, deleted, absent).stream()
                    .map(id -> faceless(server.get("mercy", path.formatted(id)), id))
                    .distinct()
                    .toList();
            assertThat(answers).as(path).hasSize(1);
            assertThat(answers.get(0)).startsWith("404");
        }
        List<String> conditional = List.of(hidden, absent).stream()
                .map(id -> faceless(server.get("mercy", "Patient/" + id, "If-None-Match", "W/\"1\""), id))
                .distinct()
                .toList();
        assertThat(conditional).hasSize(1);
    }

    @Test
    void writes_to_what_is_hidden_fail_as_writes_to_what_never_was() {
        String hidden = server.patient();
        String absent = UUID.randomUUID().toString();
        for (String method : List.of("PUT", "DELETE")) {
            List<String> answers = List.of(hidden, absent).stream()
                    .map(id -> {
                        Patient patient = GatedServer.person();
                        patient.setId("Patient/" + id);
                        patient.getNameFirstRep().setFamily("Taken");
                        String body = method.equals("PUT") ? GatedServer.json(patient) : "";
                        return faceless(server.as("mercy", method, "Patient/" + id, body, "If-Match", "W/\"9\""), id);
                    })
                    .distinct()
                    .toList();
            assertThat(answers).as(method).hasSize(1);
            assertThat(answers.get(0)).startsWith("404");
        }
        assertThat(server.get("staff", "Patient/" + hidden).body())
                .contains("Gate")
                .doesNotContain("Taken");
    }

    @Test
    void a_search_shows_what_is_visible_without_gaps_numbers_or_traces() {
        String marker = UUID.randomUUID().toString();
        String seen = server.patient();
        server.refer("mercy", seen, UUID.randomUUID().toString());
        String unseen = server.patient();
        List<String> visible = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            visible.add(server.create(server.encounter(seen, marker)));
            server.create(server.encounter(unseen, marker));
            server.create(server.encounter(seen, marker, "42CFRPart2"));
        }
        List<String> pages = pages("mercy", "Encounter?identifier=urn:test:gate%7C" + marker + "&_count=3");
        assertThat(pages).hasSize(3);
        assertThat(String.join(",", pages))
                .isEqualTo(String.join(",", visible.subList(0, 3)) + "," + String.join(",", visible.subList(3, 6)) + ","
                        + visible.get(6));
        assertThat(server.search("staff", "Encounter?identifier=urn:test:gate%7C" + marker + "&_count=100")
                        .getEntry())
                .hasSize(21);
    }

    @Test
    void more_hidden_records_change_no_byte_of_an_answer() {
        String marker = UUID.randomUUID().toString();
        String seen = server.patient();
        server.refer("mercy", seen, UUID.randomUUID().toString());
        String one = server.create(server.encounter(seen, marker));
        List<String> questions = List.of(
                "Encounter?identifier=urn:test:gate%7C" + marker,
                "Encounter?identifier=urn:test:gate%7C" + marker + "&_count=1",
                "Encounter?identifier=urn:test:gate%7C" + marker + "&_include=Encounter:subject",
                "Encounter?identifier=urn:test:gate%7C" + marker + "&_summary=count",
                "Encounter?identifier=urn:test:gate%7C" + marker + "&_total=accurate",
                "Patient/" + seen,
                "Patient?_id=" + seen + "&_revinclude=Encounter:subject",
                "Encounter/" + one);
        List<String> before = questions.stream().map(this::answer).toList();
        for (int i = 0; i < 3; i++) {
            server.create(server.encounter(seen, marker, "42CFRPart2"));
            server.create(server.encounter(server.patient(), marker));
        }
        assertThat(questions.stream().map(this::answer).toList()).isEqualTo(before);
    }

    @Test
    void what_is_included_is_decided_too() {
        String patient = server.patient("42CFRPart2");
        server.refer("mercy", patient, UUID.randomUUID().toString());
        String encounter =
                server.create(server.encounter(patient, UUID.randomUUID().toString()));
        Bundle found = server.search("mercy", "Encounter?_id=" + encounter + "&_include=Encounter:subject");
        assertThat(GatedServer.ids(found, "Encounter")).containsExactly(encounter);
        assertThat(GatedServer.ids(found, "Patient")).isEmpty();
        assertThat(GatedServer.ids(
                        server.search("staff", "Encounter?_id=" + encounter + "&_include=Encounter:subject"),
                        "Patient"))
                .containsExactly(patient);
    }

    @Test
    void a_batch_is_gated_entry_by_entry() {
        String hidden = server.patient();
        String seen = server.patient();
        server.refer("mercy", seen, UUID.randomUUID().toString());
        server.create(server.encounter(seen, UUID.randomUUID().toString()));
        server.create(server.encounter(seen, UUID.randomUUID().toString(), "42CFRPart2"));
        String absent = UUID.randomUUID().toString();
        Bundle batch = new Bundle().setType(Bundle.BundleType.BATCH);
        for (String url :
                List.of("Patient/" + hidden, "Patient/" + absent, "Patient/" + seen, "Encounter?patient=" + seen)) {
            batch.addEntry().getRequest().setMethod(Bundle.HTTPVerb.GET).setUrl(url);
        }
        HttpResponse<String> answer = server.as("mercy", "POST", "", GatedServer.json(batch));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Bundle answered = GatedServer.FHIR.newJsonParser().parseResource(Bundle.class, answer.body());
        assertThat(answered.getEntry()).hasSize(4);
        assertThat(outcome(answered, 0).replace(hidden, "ID"))
                .isEqualTo(outcome(answered, 1).replace(absent, "ID"));
        assertThat(answered.getEntry().get(0).getResponse().getStatus()).startsWith("404");
        assertThat(answered.getEntry().get(2).getResource()).isInstanceOf(Patient.class);
        Bundle inner = (Bundle) answered.getEntry().get(3).getResource();
        assertThat(GatedServer.ids(inner, "Encounter")).hasSize(1);
        assertThat(inner.hasTotal()).isFalse();
    }

    @Test
    void a_payer_gets_what_payment_needs() {
        String patient = server.patient();
        server.cover("acme-health", patient, UUID.randomUUID().toString());
        HttpResponse<String> answer = server.get("acme-health", "Patient/" + patient);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("Gate", "REDACTED", "SUBSETTED").doesNotContain("555-0100");
        assertThat(server.get("beta-health", "Patient/" + patient).statusCode()).isEqualTo(404);
        for (String summary : List.of("true", "data")) {
            HttpResponse<String> summed = server.get("acme-health", "Patient/" + patient + "?_summary=" + summary);
            assertThat(summed.statusCode()).as(summed.body()).isEqualTo(200);
            assertThat(summed.body()).doesNotContain("555-0100");
        }
        Bundle found = server.search("acme-health", "Patient?_id=" + patient);
        assertThat(((Patient) found.getEntryFirstRep().getResource()).hasTelecom())
                .isFalse();
    }

    @Test
    void staff_sees_what_its_role_needs() {
        String patient = server.patient("42CFRPart2");
        assertThat(server.get("staff", "Patient/" + patient).statusCode()).isEqualTo(200);
        assertThat(server.get("therapist", "Patient/" + patient).statusCode()).isEqualTo(200);
        assertThat(server.get("interface-engineer", "Patient/" + patient).statusCode())
                .isNotEqualTo(200);
    }

    @Test
    void a_protected_note_is_refused_to_colleagues_and_absent_for_others() {
        String patient = server.patient();
        server.refer("mercy", patient, UUID.randomUUID().toString());
        String note = server.create(GatedServer.note(patient));
        assertThat(server.get("therapist", "DocumentReference/" + note).statusCode())
                .isEqualTo(403);
        assertThat(server.get("mercy", "DocumentReference/" + note).statusCode())
                .isEqualTo(404);
        assertThat(server.search("therapist", "DocumentReference?patient=" + patient)
                        .getEntry())
                .isEmpty();
    }

    @Test
    void histories_counts_everything_and_conditions_are_for_the_workforce() {
        String patient = server.patient();
        server.refer("mercy", patient, UUID.randomUUID().toString());
        for (String path : List.of(
                "Patient/" + patient + "/_history",
                "Patient/_history",
                "Patient/" + patient + "/$everything",
                "Patient?_summary=count",
                "Patient?_count=0",
                "Patient?_total=accurate")) {
            assertThat(server.get("mercy", path).statusCode()).as(path).isBetween(400, 405);
        }
        assertThat(server.as(
                                "mercy",
                                "POST",
                                "Patient",
                                GatedServer.json(GatedServer.person()),
                                "If-None-Exist",
                                "_id=" + patient)
                        .statusCode())
                .isEqualTo(400);
        assertThat(server.get("staff", "Patient/" + patient + "/_history").statusCode())
                .isEqualTo(200);
        assertThat(server.get("staff", "Patient/" + patient + "/$everything").statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_goes_on_a_consent_goes_with_the_notice_and_its_scope() {
        String patient = server.patient("42CFRPart2");
        String encounter =
                server.create(server.encounter(patient, UUID.randomUUID().toString(), "42CFRPart2"));
        assertThat(server.get("mercy", "Encounter/" + encounter).statusCode()).isEqualTo(404);
        String consent = server.create(ConsentForms.specific(patient, "TREAT", "mercy"));
        Bundle found = server.search("mercy", "Encounter?patient=" + patient);
        assertThat(GatedServer.ids(found, "Encounter")).containsExactly(encounter);
        assertThat(found.getMeta().getExtension()).hasSize(1);
        OperationOutcome outcome = (OperationOutcome) found.getEntry().get(1).getResource();
        assertThat(found.getEntry().get(1).getSearch().getMode()).isEqualTo(Bundle.SearchEntryMode.OUTCOME);
        assertThat(outcome.getIssue()).hasSize(2);
        assertThat(outcome.getIssue().get(0).getDetails().getText()).contains("42 CFR part 2 prohibits");
        assertThat(outcome.getIssue().get(1).getDetails().getText()).contains(consent);
        assertThat(server.get("mercy", "Encounter/" + encounter).body()).contains("42 CFR part 2 prohibits");
        assertThat(server.search("staff", "Encounter?patient=" + patient)
                        .getMeta()
                        .hasExtension())
                .isFalse();
    }

    @Test
    void nobody_writes_about_a_patient_who_is_hidden() {
        String hidden = server.patient();
        String absent = UUID.randomUUID().toString();
        List<String> answers = List.of(hidden, absent).stream()
                .map(id -> faceless(
                        server.as(
                                "mercy",
                                "POST",
                                "Encounter",
                                GatedServer.json(
                                        server.encounter(id, UUID.randomUUID().toString()))),
                        id))
                .distinct()
                .toList();
        assertThat(answers).hasSize(1);
        assertThat(answers.get(0)).startsWith("400");
    }

    @Test
    void what_a_partner_wrote_it_may_refer_to_and_sees_until_somebody_else_changes_it() {
        HttpResponse<String> answer = server.as("valley", "POST", "Patient", GatedServer.json(GatedServer.person()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        Patient written = GatedServer.FHIR.newJsonParser().parseResource(Patient.class, answer.body());
        String id = written.getIdElement().getIdPart();
        assertThat(server.get("valley", "Patient/" + id).statusCode()).isEqualTo(200);
        assertThat(server.get("mercy", "Patient/" + id).statusCode()).isEqualTo(404);
        assertThat(refers("valley", id)).isEqualTo(201);
        assertThat(refers("mercy", id)).isEqualTo(400);

        written.addName().setFamily("Known").addGiven("Otherwise");
        assertThat(server.as("staff", "PUT", "Patient/" + id, GatedServer.json(written))
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.get("valley", "Patient/" + id).statusCode()).isEqualTo(404);
        assertThat(refers("valley", id)).isEqualTo(201);
    }

    private int refers(String partner, String patient) {
        return server.as(
                        partner,
                        "POST",
                        "Encounter",
                        GatedServer.json(
                                server.encounter(patient, UUID.randomUUID().toString())))
                .statusCode();
    }

    @Test
    void a_transaction_changes_nothing_that_is_hidden() {
        String hidden = server.patient();
        Patient patient = GatedServer.person();
        patient.setId("Patient/" + hidden);
        patient.getNameFirstRep().setFamily("Taken");
        Bundle transaction = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        transaction
                .addEntry()
                .setResource(patient)
                .getRequest()
                .setMethod(Bundle.HTTPVerb.PUT)
                .setUrl("Patient/" + hidden);
        HttpResponse<String> answer = server.as("mercy", "POST", "", GatedServer.json(transaction));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 422);
        assertThat(server.get("staff", "Patient/" + hidden).body())
                .contains("Gate")
                .doesNotContain("Taken");
    }

    private String answer(String path) {
        HttpResponse<String> answer = server.get("mercy", path);
        // Each Bundle has an id and a time of its own.
        return answer.statusCode()
                + answer.body().replaceFirst("\"id\":\"[^\"]+\",\"meta\":\\{\"lastUpdated\":\"[^\"]+\"\\}", "");
    }

    private static List<String> pages(String caller, String first) {
        List<String> pages = new ArrayList<>();
        String next = first;
        while (next != null && pages.size() < 20) {
            Bundle page = server.search(caller, next);
            assertThat(page.hasTotal()).isFalse();
            pages.add(String.join(",", GatedServer.ids(page, "Encounter")));
            next = page.getLink("next") == null ? null : page.getLink("next").getUrl();
        }
        return pages;
    }

    private static String outcome(Bundle answered, int entry) {
        return GatedServer.json(answered.getEntry().get(entry).getResponse().getOutcome());
    }

    private static String faceless(HttpResponse<String> answer, String id) {
        TreeMap<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        headers.remove("x-request-id");
        return answer.statusCode() + " " + headers + " " + answer.body().replace(id, "ID");
    }
}
