package org.warmhandoff.tests.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.tests.harness.FhirResponse;
import org.warmhandoff.tests.harness.HostileServer;
import org.warmhandoff.tests.harness.RunningServer;

/** What comes by HTTP to hurt: it is refused in words, costs little, and the next request is served. */
class HostileHttpTest {

    private static final String PATIENT =
            "{\"resourceType\":\"Patient\",\"identifier\":[{\"type\":{\"coding\":[{\"system\":"
                    + "\"http://terminology.hl7.org/CodeSystem/v2-0203\",\"code\":\"MR\"}]},\"system\":\"urn:test:mrn\","
                    + "\"value\":\"%s\"}],\"name\":[{\"family\":\"%s\"}],\"gender\":\"male\",\"birthDate\":\"1990-04-12\"}";
    private static final String BOMB = "<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">"
            + "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;\">]>";
    private static final String XXE = "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>";

    private final RunningServer server = HostileServer.shared();

    @AfterEach
    void the_next_request_is_served() {
        server.fhir().get("metadata?_elements=status").expect(200);
        assertThat(server.process().isAlive()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {BOMB, XXE})
    void entities_in_xml_are_refused_at_every_door(String doctype) {
        String document = doctype
                + HostileServer.fixture("ccda/referral-note.xml")
                        .replaceFirst("<\\?xml[^>]*>", "")
                        .replace("Jordan", "&e;");
        String resource = doctype + "<Patient xmlns=\"http://hl7.org/fhir\"><language value=\"&e;\"/></Patient>";

        FhirResponse ccda = server.http().post("ccda?partner=northgate", document, "Content-Type", "text/xml");
        FhirResponse fhir = server.fhir().post("Patient", resource, "Content-Type", "application/fhir+xml");

        assertThat(ccda.status()).as(ccda.body()).isEqualTo(422);
        assertThat(fhir.status()).as(fhir.body()).isIn(400, 422);
        assertThat(ccda.body()).doesNotContain("bbbbbb");
        assertThat(server.database()
                        .count("select count(*) from warmhandoff.inbox where state = 'refused'"
                                + " and dialect = 'CCDA'"))
                .isPositive();
    }

    @Test
    void archives_that_swell_or_lead_out_are_refused() {
        byte[] swells = zip("IHE_XDM/SUBSET01/METADATA.XML", new byte[60 << 20]);
        byte[] leadsOut = zip("../../../tmp/warmhandoff-slip", "x".getBytes(UTF_8));
        byte[] folder = zip("IHE_XDM/..\\\\..\\\\x/METADATA.XML", "x".getBytes(UTF_8));

        for (byte[] archive : List.of(swells, leadsOut, folder)) {
            HttpResponse<String> answer = post("/ccda?partner=northgate", archive, "application/zip");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
            assertThat(answer.body()).contains("OperationOutcome");
        }
        assertThat(java.nio.file.Path.of("/tmp/warmhandoff-slip")).doesNotExist();
    }

    @Test
    void what_gzip_unpacks_to_is_bounded_and_honest_gzip_is_read() {
        byte[] bomb = gzip(("{\"resourceType\":\"Patient\",\"language\":\"" + "x".repeat(120 << 20)).getBytes(UTF_8));

        HttpResponse<String> refused = post("/fhir/Patient", bomb, "application/fhir+json", "Content-Encoding", "gzip");
        HttpResponse<String> taken = post(
                "/fhir/Patient",
                gzip(PATIENT.formatted("gz", "Roe").getBytes(UTF_8)),
                "application/fhir+json",
                "Content-Encoding",
                "gzip");

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(413);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
    }

    @Test
    void characters_that_no_database_stores_are_refused() {
        String nul = PATIENT.formatted("nul", "Ro\\u0000e");
        server.fhir().post("Patient", nul).expect(400);
        server.fhir()
                .post(
                        "",
                        "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"resource\":" + nul
                                + ",\"request\":{\"method\":\"POST\",\"url\":\"Patient\"}}]}")
                .expect(400);
        server.fhir().get("Patient?family=a%00b").expect(400);
        server.fhir()
                .post("Patient", PATIENT.formatted("nameless", "Roe").replaceFirst("\\{", "{\"\":[{\"a\":1}],"))
                .expect(400, 422);
        server.fhir().get("Patient/a%00b").expect(400, 404);
        server.fhir().post("Patient", PATIENT.formatted("half", "Ro\\ud800e")).expect(400);
        assertThat(server.http().get("admin/messages?controlId=a%00b").status()).isLessThan(500);
        assertThat(server.http()
                        .post(
                                "ccda?partner=a%00b",
                                HostileServer.fixture("ccda/referral-note.xml"), "Content-Type", "text/xml")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void very_many_entries_are_refused_before_they_are_validated() {
        String entry =
                "{\"resource\":{\"resourceType\":\"Basic\"},\"request\":{\"method\":\"POST\",\"url\":\"Basic\"}},";
        String bundle = "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[" + entry.repeat(20_000);

        long start = System.nanoTime();
        FhirResponse answer = server.fhir().post("", bundle.substring(0, bundle.length() - 1) + "]}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("too-costly");
        assertThat((System.nanoTime() - start) / 1_000_000_000).isLessThan(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/guide/../../etc/passwd",
                "/guide/%2e%2e/%2e%2e/etc/passwd",
                "/guide/..%2f..%2f..%2fetc%2fpasswd",
                "/guide/..%5c..%5cetc/passwd",
                "/guide/%252e%252e/application.yml",
                "/guide//etc/passwd",
                "/admin/partners/..%2f..%2fetc",
                "/admin/messages/..;/..;/actuator/env",
                "/fhir/../../etc/passwd",
                "/actuator/..;/admin/messages/1/body"
            })
    void no_path_leads_out(String path) throws IOException {
        String answer =
                raw("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + bearer() + "Connection: close\r\n\r\n");

        assertThat(answer).doesNotContain("root:", "spring:").matches("(?s)HTTP/1.1 (3|4)\\d\\d.*");
    }

    @Test
    void headers_for_camel_mean_nothing() throws IOException {
        try (ServerSocket trap = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            trap.setSoTimeout(500);
            String target = "http://127.0.0.1:" + trap.getLocalPort() + "/";
            String[] headers = {
                "CamelHttpUri",
                target,
                "cAmElHttpUri",
                target,
                "camelhttpuri",
                target,
                "CamelFileName",
                "../../x",
                "org.apache.camel.httpuri",
                target,
                "CamelBeanMethodName",
                "exit",
                "CamelExecCommandExecutable",
                "id"
            };
            server.fhir().get("metadata?_elements=status", headers).expect(200);
            server.fhir()
                    .post("Patient", PATIENT.formatted("camel", "Roe"), headers)
                    .expect(201);
            server.http()
                    .post("ccda?partner=northgate&CamelHttpUri=" + target, "<a/>", withType(headers))
                    .expect(422);
            assertThat(connected(trap)).isFalse();
        }
    }

    @Test
    void one_request_is_never_two() throws IOException {
        String smuggled = "GET /admin/messages HTTP/1.1\r\nHost: x\r\n" + bearer() + "\r\n";
        String post = "POST /fhir/Patient HTTP/1.1\r\nHost: 127.0.0.1\r\n" + bearer();
        String both = raw(post
                + "Content-Type: application/fhir+json\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                + smuggled);
        String twice = raw(post + "Content-Length: 0\r\nContent-Length: " + smuggled.length() + "\r\n\r\n" + smuggled);
        String unknown = raw(post + "Transfer-Encoding: xchunked\r\n\r\n" + smuggled);
        String split = raw("GET /fhir/metadata?x=%0d%0aSet-Cookie:%20a=b HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                + "X-Request-Id: a%0d%0aX-Evil: 1\r\nConnection: close\r\n\r\n");

        assertThat(List.of(both, twice, unknown)).allSatisfy(answer -> assertThat(answer)
                .matches("(?s)HTTP/1.1 (400|501).*")
                .doesNotContain("application/json", "\"messages\""));
        assertThat(split.substring(0, Math.max(0, split.indexOf("\r\n\r\n")))).doesNotContain("Set-Cookie", "X-Evil");
    }

    @Test
    void a_body_of_another_kind_than_it_says_is_refused() {
        assertThat(server.fhir()
                        .post("Patient", "<Patient xmlns=\"http://hl7.org/fhir\"/>")
                        .status())
                .isIn(400, 415, 422);
        assertThat(server.fhir()
                        .post("Patient", PATIENT.formatted("lie", "Roe"), "Content-Type", "application/fhir+xml")
                        .status())
                .isIn(400, 415, 422);
        assertThat(server.http()
                        .post("ccda?partner=northgate", "PK\u0003\u0004junk", "Content-Type", "text/xml")
                        .status())
                .isEqualTo(422);
        assertThat(server.http()
                        .post("ccda?partner=northgate", "{}", "Content-Type", "application/json")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void partners_that_are_no_partners_are_refused() {
        for (String entry : List.of(
                "null",
                "[]",
                "{\"id\":\"x\"}",
                "[".repeat(5000),
                "{\"id\":\"x\",\"name\":\"x\",\"kind\":\"court\","
                        + "\"endpoint\":{\"type\":\"file\",\"address\":\"file:../../../etc\"}}",
                "{\"id\":\"x\",\"name\":\"x\",\"kind\":\"court\","
                        + "\"endpoint\":{\"type\":\"file\",\"address\":\"file:a\\u0000b\"}}")) {
            FhirResponse answer =
                    server.http().send("PUT", "admin/partners/x", entry, "Content-Type", "application/json");
            assertThat(answer.status()).as(answer.request() + answer.body()).isEqualTo(400);
        }
    }

    @Test
    void half_requests_do_not_keep_others_waiting() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 150; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.httpPort());
                socket.getOutputStream()
                        .write((i % 2 == 0
                                        ? "GET /fhir/metadata HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "
                                        : "POST /fhir/Patient HTTP/1.1\r\nHost: 127.0.0.1\r\n" + bearer()
                                                + "Content-Type: application/fhir+json\r\nContent-Length: 1000\r\n\r\n{")
                                .getBytes(ISO_8859_1));
                slow.add(socket);
            }
            long start = System.nanoTime();
            server.fhir().get("metadata?_elements=status").expect(200);
            assertThat((System.nanoTime() - start) / 1_000_000)
                    .as("milliseconds")
                    .isLessThan(10_000);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static boolean connected(ServerSocket trap) throws IOException {
        try (Socket socket = trap.accept()) {
            return socket.isConnected();
        } catch (java.net.SocketTimeoutException nobody) {
            return false;
        }
    }

    private static String[] withType(String[] headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Content-Type", "text/xml"));
        return all.toArray(String[]::new);
    }

    /** Who asks is known, so that nothing is refused for that alone. */
    private String bearer() {
        return "Authorization: Bearer " + server.staffToken() + "\r\n";
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.httpPort())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    private HttpResponse<String> post(String path, byte[] body, String type, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.httpPort() + path))
                .header("Content-Type", type)
                .header("Authorization", "Bearer " + server.staffToken())
                .POST(BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] zip(String name, byte[] content) {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return archive.toByteArray();
    }
}
