package org.warmhandoff.server.access.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.List;
import org.hl7.fhir.r4.model.IdType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.server.TestServer;

/** Paths that pretend, values that want to be SQL or FHIRPath, and names that lead out of a folder. */
class HostileRequestsTest {

    private static final TestServer SERVER = TestServer.shared();

    private static final List<String> SQL = List.of(
            "' or 1=1 --",
            "x') or ('1'='1",
            "x'; drop table hfj_resource; --",
            "x'||pg_sleep(20)||'",
            "\\' or 1=1 --",
            "%",
            "${7*7}");

    /** As it is, since clients tidy paths up. */
    private static String raw(String method, String path, String... headers) throws IOException {
        URI base = URI.create(SERVER.fhirBase());
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(10_000);
            StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost:"
                    + base.getPort() + "\r\nConnection: close\r\n");
            for (String header : headers) {
                request.append(header).append("\r\n");
            }
            socket.getOutputStream().write(request.append("\r\n").toString().getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.split(" ", 3)[1]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/messages",
                "//admin/messages",
                "/admin//messages",
                "/admin;x=y/messages",
                "/admin/messages;x",
                "/admin/messages/",
                "/admin/messages.json",
                "/ADMIN/messages",
                "/%61dmin/messages",
                "/admin%2fmessages",
                "/admin%5cmessages",
                "/admin/%2e/messages",
                "/./admin/messages",
                "/guide/../admin/messages",
                "/guide/%2e%2e/admin/messages",
                "/guide/..;/admin/messages",
                "/fhir/metadata/../../admin/messages",
                "/fhir/metadata/..;/Patient",
                "/fhir/metadata/%2e%2e/Patient",
                "/fhir//Patient",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/health/../env",
                "/actuator/health/..;/env",
                "/actuator/health;/../env",
                "/.well-known/../admin/messages",
                "/error/../admin/messages"
            })
    void no_spelling_of_a_path_opens_it_without_a_token(String path) throws IOException {
        for (String method : List.of("GET", "HEAD", "OPTIONS", "TRACE", "POST", "PROPFIND")) {
            String answer =
                    raw(method, path, "X-HTTP-Method-Override: GET", "X-Original-URL: /guide", "Content-Length: 0");

            assertThat(status(answer)).as(method + " " + path + "\n" + answer).isBetween(300, 499);
            assertThat(answer).doesNotContain("\"messages\"", "\"resourceType\":\"Bundle\"", "systemProperties");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient?family=",
                "Patient?identifier=",
                "Patient?_id=",
                "Patient?birthdate=",
                "Patient?_lastUpdated=gt",
                "Patient?_sort=",
                "Patient?_filter=",
                "Patient?_content=",
                "Patient?_text=",
                "Patient?_profile=",
                "Patient?_has:Task:patient:status=",
                "Patient?_include=",
                "Patient?_elements=",
                "Patient?_count=",
                "Task?owner=",
                "Task?requester:identifier=",
                "Task?_tag=",
                "Encounter?length=",
                "AuditEvent?agent=",
                "AuditEvent?patient="
            })
    void what_wants_to_be_sql_is_a_value(String query) {
        for (String value : SQL) {
            long begun = System.nanoTime();
            HttpResponse<String> answer = SERVER.get(query + URLEncoder.encode(value, UTF_8) + "&_count=1");

            assertThat(answer.statusCode())
                    .as(query + value + "\n" + answer.body())
                    .isLessThan(500);
            assertThat(answer.body()).doesNotContain("PSQL", "syntax error", "SQLState");
            assertThat((System.nanoTime() - begun) / 1_000_000_000)
                    .as(query + value)
                    .isLessThan(15);
        }
        assertThat(SERVER.get("Patient?_count=1").statusCode()).isEqualTo(200);
    }

    @Test
    void the_desk_takes_no_sql_either() {
        String desk = SERVER.fhirBase().replaceFirst("/fhir$", "/admin/messages?");
        for (String parameter :
                List.of("controlId=", "partner=", "mrn=", "placer=", "state=", "docket=", "limit=", "before=")) {
            for (String value : SQL) {
                HttpResponse<String> answer = SERVER.get(desk + parameter + URLEncoder.encode(value, UTF_8));
                assertThat(answer.statusCode())
                        .as(parameter + value + answer.body())
                        .isLessThan(500);
                assertThat(answer.body()).doesNotContain("PSQL", "syntax error");
            }
        }
    }

    @Test
    void a_patch_changes_its_record_and_no_path_leads_to_another() {
        String one = created();
        String other = created();
        for (String path : List.of(
                "Patient.name.first().family.resolve()",
                "%resource.descendants()",
                "Bundle.entry",
                "Patient.where(system('id'))",
                "Patient.name.repeat(children())",
                "Patient.generalPractitioner.resolve().name",
                "(".repeat(500) + "Patient" + ")".repeat(500))) {
            HttpResponse<String> answer = SERVER.patch(
                    one,
                    """
                    [{"op":"replace","path":"/%s","value":"Taken"}]"""
                            .formatted(path.replace("/", "~1")));
            assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        }
        for (String pointer : List.of("/id", "/resourceType", "/meta/versionId", "/../" + other, "/__proto__/x")) {
            HttpResponse<String> answer =
                    SERVER.patch(one, "[{\"op\":\"add\",\"path\":\"%s\",\"value\":\"Taken\"}]".formatted(pointer));
            assertThat(answer.statusCode()).as(pointer + answer.body()).isLessThan(500);
        }
        assertThat(SERVER.get(other).body()).doesNotContain("Taken");
        assertThat(new IdType(one).getIdPart()).isNotEqualTo(new IdType(other).getIdPart());
    }

    @Test
    void no_name_of_a_file_leads_out_of_an_export() {
        for (String path : List.of(
                "Binary/..%2f..%2f..%2fetc%2fpasswd",
                "Binary/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
                "Binary/..%5c..%5cetc%5cpasswd",
                "Binary/%252e%252e%252fetc%252fpasswd",
                "Binary/etc%2fpasswd%00.ndjson",
                "Group/..%2facme-health/$export?_type=Patient",
                "Group/acme-health/$export?_type=..%2f..%2fetc%2fpasswd",
                "Group/acme-health/$export?_type=Patient&_outputFormat=..%2f..%2fx",
                "$export-poll-status?_jobId=..%2f..%2fetc%2fpasswd",
                "$export-poll-status?_jobId=%00")) {
            HttpResponse<String> answer = SERVER.get(path, "Prefer", "respond-async");
            assertThat(answer.statusCode()).as(path + answer.body()).isBetween(400, 499);
            assertThat(answer.body()).doesNotContain("root:");
        }
    }

    private static String created() {
        HttpResponse<String> answer = SERVER.post(
                "Patient",
                """
                {"resourceType":"Patient","identifier":[{"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0203","code":"MR"}]},
                 "system":"urn:test:hostile","value":"%s"}],"name":[{"family":"Patched","given":["Test"]}],"gender":"unknown"}"""
                        .formatted(java.util.UUID.randomUUID()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        IdType id = new IdType(answer.headers().firstValue("Location").orElseThrow());
        return "Patient/" + id.getIdPart();
    }
}
