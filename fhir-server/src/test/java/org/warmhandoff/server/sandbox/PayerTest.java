package org.warmhandoff.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
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
