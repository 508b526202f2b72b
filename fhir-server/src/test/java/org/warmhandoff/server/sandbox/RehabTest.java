package org.warmhandoff.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RehabTest {

    private static final String MESSAGE =
            """
            {"resourceType":"Bundle","type":"message","identifier":{"value":"B1"},
             "entry":[{"resource":{"resourceType":"MessageHeader","eventCoding":{"code":"I12"}}}]}""";

    private Rehab rehab;
    private FhirWire wire;

    @BeforeEach
    void open() throws IOException {
        rehab = Rehab.open(0);
        wire = new FhirWire(URI.create("http://127.0.0.1:" + rehab.port() + "/fhir/"));
    }

    @AfterEach
    void close() {
        rehab.close();
    }

    @Test
    void takes_a_message_bundle_at_process_message() throws Exception {
        assertThat(wire.post("$process-message", MESSAGE, soon()).status()).isEqualTo(200);
        assertThat(rehab.receives(
                                "B1",
                                message ->
                                        message.at("/identifier/value").asText().equals("B1"),
                                soon())
                        .at("/entry/0/resource/eventCoding/code")
                        .asText())
                .isEqualTo("I12");
    }

    @Test
    void refuses_what_is_no_message() throws Exception {
        Reply reply = wire.post("$process-message", "{\"resourceType\":\"Patient\"}", soon());
        assertThatThrownBy(() -> reply.expect(200))
                .hasMessage("expected HTTP 200 to POST /fhir/$process-message; seen HTTP 400: information received");
    }

    @Test
    void knows_no_other_call() throws Exception {
        assertThat(wire.get("Patient/1", soon()).status()).isEqualTo(404);
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(5));
    }
}
