package org.warmhandoff.routes.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.routes.partner.PartnerEndpoint;
import org.warmhandoff.routes.partner.PartnerKind;

class FolderAndFhirProbeTest {

    private static final String STATEMENT =
            """
            {"resourceType":"CapabilityStatement","fhirVersion":"4.0.1",
             "rest":[{"operation":[{"name":"process-message"}]}]}""";

    private final FhirProbe fhir = new FhirProbe(new SenderProperties(Duration.ofSeconds(5), Duration.ofSeconds(5)));

    @TempDir
    Path folder;

    @Test
    void a_folder_takes_a_file_and_nothing_of_it_stays() {
        List<ProbeStep> steps = new FolderProbe().check(partner(new PartnerEndpoint.Folder(folder.resolve("new"))));

        assertThat(steps).hasSize(4).allMatch(ProbeStep::passed);
        assertThat(folder.resolve("new")).isEmptyDirectory();
    }

    @Test
    void a_folder_that_cannot_be_made_fails_at_once() {
        Path file = Path.of("/proc/nothing");

        assertThat(new FolderProbe().check(partner(new PartnerEndpoint.Folder(file))))
                .singleElement()
                .matches(step -> !step.passed());
    }

    @Test
    void a_fhir_server_is_asked_for_its_capabilities() throws IOException {
        assertThat(checked(200, STATEMENT)).hasSize(4).allMatch(ProbeStep::passed);
        assertThat(checked(200, STATEMENT.replace("4.0.1", "5.0.0").replace("process-message", "other")))
                .extracting(ProbeStep::passed)
                .containsExactly(true, true, false, false);
    }

    @Test
    void what_is_no_fhir_server_is_told_without_its_words() throws IOException {
        assertThat(checked(200, "{\"error\":\"secret\"}"))
                .last()
                .matches(step -> !step.passed() && !step.detail().contains("secret"));
        assertThat(checked(503, "")).last().matches(step -> step.detail().equals("HTTP 503"));
    }

    @Test
    void nobody_there_is_one_failed_step() {
        URI nobody = URI.create("http://127.0.0.1:1/fhir");

        assertThat(fhir.check(partner(new PartnerEndpoint.Fhir(nobody))))
                .singleElement()
                .matches(step -> step.name().equals("connects") && !step.passed());
    }

    private List<ProbeStep> checked(int status, String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/fhir/metadata", exchange -> {
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/fhir");
            return fhir.check(partner(new PartnerEndpoint.Fhir(address)));
        } finally {
            server.stop(0);
        }
    }

    private static Partner partner(PartnerEndpoint endpoint) {
        return new Partner("harbor", "Harbor", PartnerKind.REHAB, List.of(), null, endpoint, true, List.of());
    }
}
