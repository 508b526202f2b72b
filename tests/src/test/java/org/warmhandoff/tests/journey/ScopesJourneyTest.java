package org.warmhandoff.tests.journey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.warmhandoff.tests.harness.FhirClient;
import org.warmhandoff.tests.harness.FhirPush;
import org.warmhandoff.tests.harness.FhirResponse;
import org.warmhandoff.tests.harness.GravityPush;
import org.warmhandoff.tests.harness.PartnerEntries;
import org.warmhandoff.tests.harness.RunningServer;
import org.warmhandoff.tests.harness.ServerSetup;
import org.warmhandoff.tests.harness.Staff;
import org.warmhandoff.tests.smart.PartnerClients;
import org.warmhandoff.tests.smart.SmartClient;
import org.warmhandoff.tests.smart.Tokens;

/** What tokens open, seen from outside: several clients with scopes of their own at one server of small limits. */
class ScopesJourneyTest {

    private static final int BURST = 150;
    private static final Duration BODY_TIME = Duration.ofSeconds(2);
    private static final Map<String, SmartClient> CLIENTS = new ConcurrentHashMap<>();

    private static RunningServer server;
    private static Tokens tokens;

    @BeforeAll
    static void start() {
        String partners = PartnerEntries.none()
                .with(PartnerEntries.silentHospital("mercy", "EPIC", "MERCYHOSP"))
                .with(PartnerEntries.polling("harbor"))
                .with(PartnerEntries.polling("creek"))
                .with(PartnerEntries.polling("grove"))
                .with(PartnerEntries.programme("sunrise"))
                .with(PartnerEntries.payer("acme-health", "PAY01"))
                .with(PartnerEntries.payer("beta-health", "PAY02"))
                .yaml();
        server = RunningServer.start(ServerSetup.fresh("scopes", partners)
                .with("warmhandoff.security.rate-limit.requests-per-second", 5)
                .with("warmhandoff.security.rate-limit.burst", BURST)
                .with("warmhandoff.security.bounds.body-time", BODY_TIME.toSeconds() + "s"));
        tokens = new Tokens(server.tokenEndpoint());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** A client that an administrator adds, with just these scopes; {@code null} is no partner's. */
    private static FhirClient client(String id, @Nullable String partner, String scopes) {
        SmartClient client = CLIENTS.computeIfAbsent(id, any -> {
            JWK key = PartnerClients.newKey(id);
            String entry = "{\"id\":\"" + id + "\",\"jwks\":" + new JWKSet(key.toPublicJWK()) + ",\"scopes\":\""
                    + scopes + "\"" + (partner == null ? "" : ",\"partner\":\"" + partner + "\"") + "}";
            server.http()
                    .post("admin/clients", entry, "Content-Type", "application/json")
                    .expect(200, 201);
            return new SmartClient(id, key, scopes);
        });
        return server.fhir().bearing(tokens.of(client));
    }

    @Test
    void a_client_that_reads_patients_reads_patients_and_writes_nothing() {
        FhirClient reader = client("reader", null, "system/Patient.rs");
        String patient =
                GravityPush.prepare(server.fhir("harbor"), "harbor", "creek").patient();
        Map<String, Integer> answers = new TreeMap<>();
        String task = "{\"resourceType\":\"Task\",\"status\":\"requested\",\"intent\":\"order\"}";
        answers.put("write a Task", reader.post("Task", task).status());
        answers.put("in a batch", reader.post("", batch("POST", "Task", task)).status());
        answers.put("write the Patient", reader.send("DELETE", patient, "").status());
        answers.put("read Tasks", reader.get("Task").status());
        answers.put(
                "read Conditions", reader.get("Condition?patient=" + patient).status());
        answers.put(
                "ask by Conditions",
                reader.get("Patient?_has:Condition:patient:code=x").status());
        answers.put("count by type", reader.get("Condition?_summary=count").status());
        answers.put("everything", reader.get(patient + "/$everything").status());
        answers.put("history of all", reader.get("Condition/_history").status());
        answers.put(
                "a message",
                reader.post("$process-message", "{\"resourceType\":\"Bundle\"}").status());
        answers.put(
                "an export",
                reader.get("Group/acme-health/$export", "Prefer", "respond-async")
                        .status());

        assertThat(answers.values()).as(answers.toString()).containsOnly(403);
        reader.get(patient).expect(200);
        Bundle found = reader.get("Patient?_id=" + patient.replace("Patient/", "") + "&_revinclude=Condition:subject")
                .expect(200)
                .bundle();
        assertThat(found.getEntry()).hasSize(1);
        assertThat(client("counter", null, "system/Condition.s")
                        .get("Condition?_summary=count")
                        .status())
                .isEqualTo(200);
    }

    private static String batch(String method, String url, String resource) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{\"resource\":" + resource
                + ",\"request\":{\"method\":\"" + method + "\",\"url\":\"" + url + "\"}}]}";
    }

    @Test
    void a_document_upload_wants_the_scope_of_messages() {
        FhirClient reader = client("reader", null, "system/Patient.rs");
        String origin = reader.address().replaceFirst("/fhir$", "");
        FhirResponse refused = reader.post(origin + "/ccda", "<ClinicalDocument/>", "Content-Type", "text/xml");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).isEqualTo(reader.get("Task").body());
    }

    @Test
    void a_partner_sends_and_moves_only_in_its_own_name() {
        FhirPush push = FhirPush.from("harbor");
        FhirResponse forged = server.fhir("creek").post("", push.transaction());
        assertThat(forged.status()).isEqualTo(403);
        assertThat(server.fhir("creek").post("$process-message", push.message()).status())
                .isEqualTo(403);
        assertThat(new Staff(server.fhir()).tasks(push.placer())).isEmpty();
        server.fhir("harbor").post("", push.transaction()).expect(200);

        GravityPush gravity = GravityPush.prepare(server.fhir("mercy"), "mercy", "creek");
        Task task = gravity.postTask("mercy", "creek").expect(201).as(Task.class);
        String id = task.getIdElement().getIdPart();
        assertThat(GravityPush.put(server.fhir("mercy"), task, Task.TaskStatus.RECEIVED, "")
                        .status())
                .as("the requester does not say that it was received")
                .isEqualTo(422);
        Task seen = server.fhir("creek").read(Task.class, id);
        GravityPush.put(server.fhir("creek"), seen, Task.TaskStatus.RECEIVED, "")
                .expect(200);
        String claim = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"event\",\"valueCode\":\"claim\"}]}";
        assertThat(server.fhir("grove")
                        .post("Task/" + id + "/$transition", claim)
                        .status())
                .as("of whom it is none of its business")
                .isIn(403, 404);
        assertThat(server.fhir("mercy")
                        .post("Task/" + id + "/$transition", claim)
                        .status())
                .as("the requester does not take its own referral")
                .isEqualTo(422);
        server.fhir("creek").post("Task/" + id + "/$transition", claim).expect(200);
        assertThat(server.fhir("creek").send("DELETE", gravity.patient(), "").status())
                .isIn(403, 404);
    }

    @Test
    void an_export_is_heard_of_by_its_payer_alone() {
        FhirResponse started = server.fhir("acme-health").get("Group/acme-health/$export", "Prefer", "respond-async");
        started.expect(202);
        String poll = started.header("Content-Location");
        assertThat(server.fhir("beta-health").get(poll).status()).isEqualTo(404);
        assertThat(server.fhir("beta-health").send("DELETE", poll, "").status()).isEqualTo(404);
        assertThat(server.fhir("acme-health").get(poll).status()).isIn(200, 202);
    }

    @Test
    void refusals_of_a_partner_are_one_and_the_same() {
        FhirClient creek = server.fhir("creek");
        List<String> forbidden =
                List.of("Condition/_history", "Encounter", "Encounter/1", "Task?patient.family=x").stream()
                        .map(path -> creek.get(path).expect(403).body())
                        .distinct()
                        .toList();
        List<String> absent = List.of("Patient/none-such", "Patient/" + java.util.UUID.randomUUID()).stream()
                .map(path -> creek.get(path).expect(404).body())
                .distinct()
                .toList();
        assertThat(forbidden).hasSize(1);
        assertThat(absent).hasSize(1);
    }

    @Test
    void who_asks_too_often_waits_and_nobody_else_does() {
        FhirClient busy = client("busy", "grove", "system/Task.rs");
        List<FhirResponse> answers = java.util.stream.Stream.generate(() -> busy.get("Task?_count=1"))
                .limit(BURST * 2L)
                .filter(answer -> answer.status() != 200)
                .toList();
        assertThat(answers).isNotEmpty().allMatch(answer -> answer.status() == 429);
        assertThat(Integer.parseInt(answers.get(0).header("Retry-After"))).isPositive();
        server.fhir("grove").get("Task?_count=1").expect(200);
        for (int i = 0; i < BURST * 2; i++) {
            server.fhir().get("metadata?_elements=status").expect(200);
        }
    }

    @Test
    void a_body_that_trickles_in_is_cut_off() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.httpPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /fhir/Patient HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/fhir+json\r\n"
                            + "Authorization: Bearer " + server.staffToken() + "\r\nContent-Length: 100000\r\n\r\n{")
                    .getBytes(US_ASCII));
            long start = System.nanoTime();
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(200))
                    .atMost(BODY_TIME.multipliedBy(10))
                    .until(() -> {
                        if (socket.getInputStream().available() > 0) {
                            return true;
                        }
                        out.write(' ');
                        out.flush();
                        return false;
                    });
            byte[] status = socket.getInputStream().readNBytes(12);
            assertThat(new String(status, US_ASCII)).isEqualTo("HTTP/1.1 408");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(BODY_TIME);
        }
    }

    @Test
    void a_search_of_too_much_is_refused() {
        assertThat(server.fhir().get("Task?status=x" + ",x".repeat(600)).status())
                .isEqualTo(400);
        assertThat(server.fhir()
                        .get("Task?_include=Task:patient" + "&_include=Task:patient".repeat(30))
                        .status())
                .isEqualTo(400);
        assertThat(server.fhir()
                        .get("Task?part-of.part-of.part-of.part-of.status=x")
                        .status())
                .isEqualTo(400);
        assertThat(server.fhir().get("Task?_count=1000000").status()).isEqualTo(200);
    }
}
