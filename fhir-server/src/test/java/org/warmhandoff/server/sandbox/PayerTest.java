package org.warmhandoff.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PayerTest {

    private static final String KICK_OFF =
            "GET Group/g1/$export?_type=Encounter,EpisodeOfCare,Coverage,Condition,Patient";

    private FakeHub hub;
    private Payer payer;

    @BeforeEach
    void open() throws IOException {
        hub = new FakeHub();
        payer = new Payer(new FhirWire(hub.base()));
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void polls_until_the_files_are_there_and_reads_every_line() throws Exception {
        hub.on(KICK_OFF, new FakeHub.Answer(202, Map.of("Content-Location", "{base}job/1"), ""))
                .on("GET job/1", 202, "")
                .on("GET job/1", 200, "{\"output\":[{\"type\":\"Patient\",\"url\":\"{base}file/1\"}]}")
                .on(
                        "GET file/1",
                        200,
                        """
                        {"resourceType":"Patient","id":"1"}
                        {"resourceType":"Patient","id":"2"}
                        """);
        List<JsonNode> resources = payer.export("g1", Deadline.in(Duration.ofSeconds(5)));
        assertThat(resources).extracting(one -> one.path("id").asText()).containsExactly("1", "2");
        assertThat(hub.heard(KICK_OFF).headers().getFirst("Prefer")).isEqualTo("respond-async");
        assertThat(hub.heard("GET file/1").headers().getFirst("Accept")).isEqualTo("application/fhir+ndjson");
    }

    @Test
    void a_stranger_in_the_export_fails_the_hop() throws Exception {
        assertThat(chapter(patient("p1") + coverage("p1"))).startsWith("expected [Condition, Coverage, Encounter");
        assertThat(chapter(patient("p1") + coverage("p2")))
                .isEqualTo("expected members of acme-health only; seen Patient/p2 of REF-RUNB");
        assertThat(chapter("{\"resourceType\":\"Encounter\",\"subject\":{\"reference\":\"Group/g9\"}}\n"))
                .endsWith("seen something about Group/g9");
    }

    /** How the hop fails when p1 is the member, p2 is not, and the export holds these lines. */
    private String chapter(String ndjson) throws Exception {
        FakeHub group = new FakeHub();
        try (group) {
            group.on(
                            "GET Group?identifier=https://warmhandoff.org/fhir/partner|acme-health",
                            200,
                            "{\"entry\":[{\"resource\":{\"id\":\"g1\"}}]}")
                    .on("GET Group/g1", 200, "{\"id\":\"g1\",\"member\":[{\"entity\":{\"reference\":\"Patient/p1\"}}]}")
                    .on(KICK_OFF, new FakeHub.Answer(202, Map.of("Content-Location", "{base}job/1"), ""))
                    .on("GET job/1", 200, "{\"output\":[{\"url\":\"{base}file/1\"}]}")
                    .on("GET file/1", 200, ndjson);
            FhirWire wire = new FhirWire(group.base());
            Callers callers = new Callers(wire, wire, wire, wire);
            Cast cast = new Cast(null, null, null, new Payer(wire), new IopStaff(wire), callers);
            List<HopResult> results = new HopRunner(new Narrator(new PrintStream(OutputStream.nullOutputStream())))
                    .run(List.of(new PayerChapter(cast, referral("A", "p1"), List.of(referral("B", "p2"))).chapter()));
            HopResult.Failed failed = (HopResult.Failed) results.get(2).outcome();
            return "expected " + failed.expected() + "; seen " + failed.seen();
        }
    }

    private static Referral referral(String letter, String patient) throws IOException {
        Referral referral = new Referral(new Run("RUN", Instant.EPOCH), Person.JORDAN, letter);
        referral.learn(FhirWire.JSON.readTree("{\"id\":\"t\",\"for\":{\"reference\":\"Patient/" + patient + "\"}}"));
        referral.learnEpisode(FhirWire.JSON.readTree("{\"id\":\"e\"}"));
        return referral;
    }

    private static String patient(String id) {
        return "{\"resourceType\":\"Patient\",\"id\":\"" + id + "\"}\n";
    }

    private static String coverage(String patient) {
        return "{\"resourceType\":\"Coverage\",\"beneficiary\":{\"reference\":\"Patient/" + patient + "\"}}\n";
    }

    @Test
    void a_refused_export_says_why() {
        hub.on(
                KICK_OFF,
                400,
                """
                {"resourceType":"OperationOutcome",
                 "issue":[{"severity":"error","diagnostics":"no such type"}]}""");
        assertThatThrownBy(() -> payer.export("g1", Deadline.in(Duration.ofSeconds(5))))
                .hasMessage("expected HTTP 202 to GET /fhir/Group/g1/$export; seen HTTP 400: error no such type");
    }
}
