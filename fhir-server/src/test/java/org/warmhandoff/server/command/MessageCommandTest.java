package org.warmhandoff.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The command against a server that answers by the book. */
@ExtendWith(OutputCaptureExtension.class)
class MessageCommandTest {

    private final Map<String, String> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private String keys;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::answer);
        keys = TokenGiver.at(server);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void a_list_is_a_table_and_the_patients_number_is_in_no_address(CapturedOutput output) {
        answers.put(
                "POST /admin/messages/search?limit=2",
                """
                {"messages":[{"id":"in-7","at":"2026-03-02T08:00:00Z","partner":"mercy","type":"REF^I12",
                  "referral":"REF\\u001b[2J","state":"failed","bucket":"not-found","attempts":3}],"next":"7.9"}""");

        assertThat(run("list", "--mrn", "A1", "--limit", "2")).isZero();

        assertThat(output).contains("id    at", "in-7  2026-03-02T08:00:00Z  mercy", "REF?[2J", "More: --after 7.9");
        assertThat(asked).containsExactly("POST /admin/messages/search?limit=2 {\"mrn\":\"A1\"}");
    }

    @Test
    void json_is_what_the_server_said(CapturedOutput output) {
        answers.put("GET /admin/messages/out-3", "{\"message\":{\"id\":\"out-3\"},\"history\":[],\"related\":[]}");

        assertThat(run("show", "out-3", "--json")).isZero();

        assertThat(output).contains("\"id\" : \"out-3\"");
    }

    @Test
    void a_body_gets_a_line_a_segment(CapturedOutput output) {
        answers.put("GET /admin/messages/in-3/body", "MSH|^~\\&|A\rPID|1\r");

        assertThat(run("body", "in-3")).isZero();

        assertThat(output).contains("MSH|^~\\&|A\nPID|1\n");
    }

    @Test
    void messages_are_replayed_by_id_or_by_filter_but_not_by_neither_nor_both(CapturedOutput output) {
        answers.put(
                "POST /admin/messages/out-3/replay?dryRun=false",
                "{\"id\":\"out-3\",\"outcome\":\"already-delivered\",\"detail\":\"HTTP 200\"}");
        answers.put(
                "POST /admin/messages/replay?dryRun=true",
                "{\"dryRun\":true,\"counts\":{\"would-send\":2},\"messages\":[],\"complete\":false}");

        assertThat(run("replay", "out-3")).isZero();
        assertThat(run("replay", "--bucket", "HTTP 422", "--dry-run")).isZero();
        assertThat(run("replay")).isEqualTo(2);
        assertThat(run("replay", "out-3", "--bucket", "x")).isEqualTo(2);

        assertThat(output).contains("already-delivered  HTTP 200", "would-send", "There are more");
    }

    @Test
    void exit_codes_tell_failure_from_wrong_use(CapturedOutput output) {
        assertThat(run("show", "in-404")).isOne();
        assertThat(run("list", "--since", "yesterday")).isEqualTo(2);
        assertThat(run("list", "--colour", "red")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(CommandLineTool.execute(Object.class, "message", "list", "--url", "http://127.0.0.1:1", keys))
                .isOne();

        assertThat(output)
                .contains(
                        "There is no message in-404.",
                        "no duration like 24h",
                        "No server answers at http://127.0.0.1:1");
    }

    @Test
    void without_an_address_the_configured_one_is_asked() {
        answers.put("POST /admin/messages/search?limit=50", "{\"messages\":[]}");

        assertThat(CommandLineTool.execute(Object.class, "message", "list", "--warmhandoff.base-url=" + base(), keys))
                .isZero();
        assertThat(asked).hasSize(1);
    }

    private int run(String... args) {
        List<String> all = new ArrayList<>(List.of("message"));
        all.addAll(List.of(args));
        if (args.length > 0) {
            all.add("--url=" + base());
            all.add(keys);
        }
        return CommandLineTool.execute(Object.class, all.toArray(String[]::new));
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add((request + " " + body).strip());
        boolean known = answers.containsKey(request);
        byte[] answer = (known ? answers.get(request) : "{\"detail\":\"There is no message in-404.\"}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(known ? 200 : 404, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
