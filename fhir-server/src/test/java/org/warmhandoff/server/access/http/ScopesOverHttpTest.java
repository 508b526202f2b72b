package org.warmhandoff.server.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.warmhandoff.server.access.http.ScopedServer.As;

class ScopesOverHttpTest {

    private static final String FORBIDDEN = "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\","
            + "\"code\":\"forbidden\",\"diagnostics\":\"That is not for this caller.\"}]}";

    private static ScopedServer server;

    @BeforeAll
    static void believe() {
        server = new ScopedServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void every_way_in_wants_its_own_right() {
        String patient = server.create(Records.patient("Way"));
        String body = ScopedServer.json(Records.patient("Other"));
        String form = "family=Way";
        Map<String, Integer> answers = new TreeMap<>();
        As writer = server.as("staff", "system/Task.cruds system/Patient.d system/Observation.rs");
        answers.put("read", writer.status(patient));
        answers.put("vread", writer.status(patient + "/_history/1"));
        answers.put("history", writer.status(patient + "/_history"));
        answers.put("type history", writer.status("Patient/_history"));
        answers.put("search", writer.status("Patient?family=Way"));
        answers.put("count", writer.status("Patient?_summary=count"));
        answers.put(
                "posted search",
                writer.send("POST", "Patient/_search", form, "Content-Type", "application/x-www-form-urlencoded")
                        .statusCode());
        answers.put("create", writer.send("POST", "Patient", body).statusCode());
        answers.put(
                "conditional create",
                server.as("staff", "system/Patient.cu")
                        .send("POST", "Patient", body, "If-None-Exist", "identifier=1")
                        .statusCode());
        answers.put("update", writer.send("PUT", patient, body).statusCode());
        answers.put(
                "patch",
                writer.send("PATCH", patient, "[]", "Content-Type", "application/json-patch+json")
                        .statusCode());
        answers.put("conditional delete", writer.send("DELETE", "Patient?family=Way", "").statusCode());
        answers.put("everything", writer.status(patient + "/$everything"));
        answers.put("accounting", writer.status(patient + "/$disclosure-accounting"));
        answers.put("export", writer.status("Group/acme-health/$export"));
        answers.put("message", writer.send("POST", "$process-message", body).statusCode());
        answers.put("unknown operation", writer.status(patient + "/$meta"));
        answers.put("page", writer.status("?_getpages=4d1c5c62-6a4b-4a7e-8a0f-3a3c1b1f9f00"));
        answers.put("chain", writer.status("Observation?subject:Patient.family=Way"));
        answers.put("chain without a type", writer.status("Observation?patient.family=Way"));
        answers.put("reverse chain", writer.status("Observation?_has:Provenance:target:agent=x"));
        answers.put("sorted by a chain", writer.status("Observation?_sort=patient.family"));

        assertThat(answers.values()).as(answers.toString()).containsOnly(403);
        assertThat(server.staff().status(patient)).isEqualTo(200);
    }

    @Test
    void a_refusal_is_the_same_whatever_is_there() {
        String there = server.create(Records.patient("There"));
        As none = server.as("mercy", "system/Task.rs");
        List<String> answers = List.of(there, "Patient/" + ScopedServer.unique(), "Group/acme-health", "Group").stream()
                .map(none::get)
                .map(answer -> answer.statusCode() + answer.body()
                        + answer.headers().map().keySet()
                        + answer.headers().firstValue("WWW-Authenticate").orElse(""))
                .distinct()
                .toList();

        assertThat(answers).hasSize(1);
        assertThat(none.get(there).body()).isEqualTo(FORBIDDEN);
        assertThat(answers.get(0)).startsWith("403").contains("insufficient_scope");
    }

    @Test
    void what_is_granted_works_in_old_words_too() {
        String patient = server.create(Records.patient("Granted"));
        assertThat(server.as("staff", "system/Patient.r").status(patient)).isEqualTo(200);
        assertThat(server.as("staff", "system/Patient.read").status(patient)).isEqualTo(200);
        assertThat(server.as("staff", "system/Patient.s").status(patient)).isEqualTo(403);
        assertThat(server.as("staff", "system/Patient.s").status("Patient?_id=x")).isEqualTo(200);
        assertThat(server.as("staff", "user/*.cruds").status(patient)).isEqualTo(403);
        assertThat(server.as("therapist", "system/*.cruds").status(patient)).isEqualTo(403);
        assertThat(server.as("therapist", "user/*.rs").status(patient)).isEqualTo(200);
        assertThat(server.as("admin", "user/*.rs").status(patient)).isEqualTo(403);
        assertThat(server.as("staff", "openid").status("metadata")).isEqualTo(200);
        assertThat(server.as("staff", "openid").status("ValueSet?url=x")).isEqualTo(200);
    }

    @Test
    void included_records_of_other_types_are_left_out() {
        String marker = ScopedServer.unique();
        String patient = server.create(Records.patient("Included"));
        String encounter = server.create(Records.encounter(patient, marker));
        String query = "Encounter?identifier=" + Records.SYSTEM + "%7C" + marker
                + "&_include=Encounter:subject&_include=Encounter:service-provider";

        assertThat(server.staff().found(query)).containsExactlyInAnyOrder(encounter, patient, "Organization/mercy");
        assertThat(server.as("staff", "system/Encounter.s system/Organization.r").found(query))
                .containsExactlyInAnyOrder(encounter, "Organization/mercy");
        assertThat(server.as("staff", "system/Patient.rs").found("Patient?_id="
                        + new IdType(patient).getIdPart() + "&_revinclude=Encounter:subject"))
                .containsExactly(patient);
    }

    @Test
    void a_filter_narrows_what_is_read_and_found() {
        String marker = ScopedServer.unique();
        String patient = server.create(Records.patient("Filtered"));
        String vital = server.create(Records.observation(patient, "vital-signs", marker));
        String social = server.create(Records.observation(patient, "social-history", marker));
        String imaging = server.create(Records.observation(patient, "imaging", marker));
        String all = "Observation?identifier=" + Records.SYSTEM + "%7C" + marker;
        As one = server.as("staff", "system/Observation.rs?category=vital-signs");
        As two = server.as(
                "staff", "system/Observation.rs?category=vital-signs system/Observation.rs?category=social-history");

        assertThat(server.staff().found(all)).containsExactlyInAnyOrder(vital, social, imaging);
        assertThat(one.found(all)).containsExactly(vital);
        assertThat(two.found(all)).containsExactlyInAnyOrder(vital, social);
        assertThat(one.found(all + "&category=social-history")).isEmpty();
        assertThat(one.get(all).body()).doesNotContain("\"total\"");
        assertThat(one.status(all + "&_summary=count")).isEqualTo(403);
        assertThat(one.status(vital)).isEqualTo(200);
        assertThat(one.status(vital + "/_history")).isEqualTo(403);
        assertThat(one.get(social).body().replaceAll("[0-9a-f-]{36}", ""))
                .isEqualTo(one.get("Observation/" + ScopedServer.unique()).body().replaceAll("[0-9a-f-]{36}", ""));
        assertThat(one.status(social)).isEqualTo(404);
        for (String unclear : List.of("nonsense=1", "patient.family=Filtered", "_count=5", "category:of-type=x")) {
            assertThat(server.as("staff", "system/Observation.rs?" + unclear).found(all))
                    .as(unclear)
                    .isEmpty();
        }
    }

    @Test
    void a_launch_is_about_one_patient() {
        String marker = ScopedServer.unique();
        String mine = server.create(Records.patient("Mine"));
        String other = server.create(Records.patient("Other"));
        String own = server.create(Records.encounter(mine, marker));
        String foreign = server.create(Records.encounter(other, marker));
        As app = server.as("therapist", "patient/*.rs").about(new IdType(mine).getIdPart());

        assertThat(app.found("Encounter?identifier=" + Records.SYSTEM + "%7C" + marker)).containsExactly(own);
        assertThat(app.status(mine)).isEqualTo(200);
        assertThat(app.status(own)).isEqualTo(200);
        assertThat(app.status(other)).isEqualTo(404);
        assertThat(app.status(foreign)).isEqualTo(404);
        assertThat(app.status(foreign + "/_history/1")).isEqualTo(404);
        assertThat(app.status("Organization/mercy")).isEqualTo(200);
        assertThat(app.status("Encounter?patient.family=Mine")).isEqualTo(403);
        assertThat(server.as("therapist", "patient/*.rs").status(mine)).isEqualTo(403);
    }

    @Test
    void entries_of_bundles_want_what_they_would_want_alone() {
        String patient = server.create(Records.patient("Entry"));
        Bundle reads = bundle(BundleType.BATCH);
        reads.addEntry().getRequest().setMethod(HTTPVerb.GET).setUrl(patient);
        reads.addEntry().getRequest().setMethod(HTTPVerb.GET).setUrl("Group/acme-health");
        HttpResponse<String> answer = server.as("staff", "system/Patient.r").post(reads);
        List<String> stati = ScopedServer.bundle(answer).getEntry().stream()
                .map(entry -> entry.getResponse().getStatus().substring(0, 3))
                .toList();
        assertThat(stati).containsExactly("200", "403");

        Patient made = Records.patient("Made" + ScopedServer.unique());
        for (BundleType type : List.of(BundleType.BATCH, BundleType.TRANSACTION)) {
            Bundle writes = bundle(type);
            writes.addEntry().setResource(made).getRequest().setMethod(HTTPVerb.POST).setUrl("Patient");
            assertThat(server.as("staff", "system/Bundle.c system/Task.cruds").post(writes).statusCode())
                    .isEqualTo(403);
            assertThat(server.as("staff", "system/Patient.cruds").post(writes).statusCode()).isEqualTo(403);
            writes.getEntryFirstRep().getRequest().setUrl("Task");
            assertThat(server.as("staff", "system/Bundle.c system/Task.cruds").post(writes).statusCode())
                    .isEqualTo(403);
        }
        assertThat(server.staff().found("Patient?family=" + made.getNameFirstRep().getFamily())).isEmpty();
        Bundle writes = bundle(BundleType.TRANSACTION);
        writes.addEntry().setResource(made).getRequest().setMethod(HTTPVerb.POST).setUrl("Patient");
        assertThat(server.as("staff", "system/Bundle.c system/Patient.c").post(writes).statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_is_written_must_be_within_the_filter_before_and_after() {
        String marker = ScopedServer.unique();
        String patient = server.create(Records.patient("Written"));
        String vital = server.create(Records.observation(patient, "vital-signs", marker));
        String social = server.create(Records.observation(patient, "social-history", marker));
        As one = server.as("staff", "system/Bundle.c system/Observation.cruds?category=vital-signs");

        assertThat(one.post(Records.observation(patient, "vital-signs", marker)).statusCode())
                .isEqualTo(201);
        assertThat(one.post(Records.observation(patient, "social-history", marker)).statusCode())
                .isEqualTo(403);
        assertThat(one.put(as(Records.observation(patient, "vital-signs", marker), vital)).statusCode())
                .isEqualTo(200);
        assertThat(one.put(as(Records.observation(patient, "social-history", marker), vital)).statusCode())
                .isEqualTo(403);
        assertThat(one.put(as(Records.observation(patient, "vital-signs", marker), social)).statusCode())
                .isEqualTo(404);
        String patch =
                "[{\"op\":\"replace\",\"path\":\"/category/0/coding/0/code\",\"value\":\"social-history\"}]";
        assertThat(one.send("PATCH", vital, patch, "Content-Type", "application/json-patch+json")
                        .statusCode())
                .isEqualTo(403);
        assertThat(one.send("DELETE", social, "").statusCode()).isEqualTo(404);
        for (BundleType type : List.of(BundleType.BATCH, BundleType.TRANSACTION)) {
            Bundle writes = bundle(type);
            writes.addEntry()
                    .setResource(Records.observation(patient, "social-history", marker))
                    .getRequest()
                    .setMethod(HTTPVerb.POST)
                    .setUrl("Observation");
            writes.addEntry().getRequest().setMethod(HTTPVerb.DELETE).setUrl(social);
            one.post(writes);
        }
        assertThat(server.staff().found("Observation?category=social-history&identifier=" + Records.SYSTEM + "%7C" + marker))
                .containsExactly(social);
        assertThat(one.send("DELETE", vital, "").statusCode()).isEqualTo(200);
    }

    private static <T extends Resource> T as(T resource, String reference) {
        resource.setId(reference);
        return resource;
    }

    private static Bundle bundle(BundleType type) {
        return new Bundle().setType(type);
    }
}
