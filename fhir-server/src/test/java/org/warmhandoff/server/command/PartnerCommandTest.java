package org.warmhandoff.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class PartnerCommandTest {

    private final Map<String, String> answers = new HashMap<>();
    private HttpServer server;
    private String keys;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        keys = TokenGiver.at(server);
        server.createContext("/", exchange -> {
            String asked = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            byte[] answer = answers.getOrDefault(asked, "{}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answers.containsKey(asked) ? 200 : 409, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void a_scorecard_has_a_line_a_step_and_an_exit_code(CapturedOutput output) {
        answers.put(
                "POST /admin/partners/harbor/check",
                """
                {"partner":"harbor","passed":false,"steps":[
                  {"name":"connects","passed":true,"detail":"without TLS","millis":3},
                  {"name":"speaks FHIR R4","passed":false,"detail":"fhirVersion is not 4.0","millis":9}]}""");
        answers.put("POST /admin/partners/harbor/test", "{\"partner\":\"harbor\",\"passed\":true,\"steps\":[]}");

        assertThat(run("check", "harbor")).isOne();
        assertThat(run("check", "harbor", "--connect-only")).isZero();

        assertThat(output)
                .contains(
                        "ok      connects        3       without TLS",
                        "FAILED  speaks FHIR R4",
                        "harbor did not pass.");
    }

    @Test
    void partners_are_listed_paused_and_removed(CapturedOutput output) {
        answers.put(
                "GET /admin/partners",
                """
                [{"id":"mercy","source":"configuration","paused":true,
                  "entry":{"name":"Mercy","kind":"hospital","endpoint":{"type":"mllp","address":"h:1"}}}]""");
        answers.put("POST /admin/partners/mercy/pause", "{\"id\":\"mercy\"}");
        answers.put("DELETE /admin/partners/lab?cancel=true", "{\"id\":\"lab\",\"cancelled\":2}");

        assertThat(run("list")).isZero();
        assertThat(run("pause", "mercy")).isZero();
        assertThat(run("remove", "lab", "--cancel")).isZero();
        assertThat(run("remove", "lab")).isOne();
        assertThat(run("check")).isEqualTo(2);

        assertThat(output)
                .contains(
                        "mercy  Mercy  hospital  configuration  true    mllp h:1", "mercy is paused.", "2 deliveries");
    }

    private int run(String... args) {
        String[] all = new String[args.length + 3];
        all[0] = "partner";
        System.arraycopy(args, 0, all, 1, args.length);
        all[all.length - 2] = keys;
        all[all.length - 1] = "--url=http://127.0.0.1:" + server.getAddress().getPort();
        return CommandLineTool.execute(Object.class, all);
    }
}
