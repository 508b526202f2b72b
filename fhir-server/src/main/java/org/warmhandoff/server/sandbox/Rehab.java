package org.warmhandoff.server.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** Harbor Rehab: a FHIR server that understands one call, {@code POST /fhir/$process-message}, and says so. */
final class Rehab implements AutoCloseable {

    private static final String THANKS =
            """
            {"resourceType":"OperationOutcome",
             "issue":[{"severity":"information","code":"informational","diagnostics":"received"}]}""";

    private static final String STATEMENT =
            """
            {"resourceType":"CapabilityStatement","status":"active","date":"2026-11-23","kind":"instance",
             "fhirVersion":"4.0.1","format":["json"],
             "rest":[{"mode":"server","operation":[{"name":"process-message",
               "definition":"http://hl7.org/fhir/OperationDefinition/MessageHeader-process-message"}]}]}""";

    private final HttpServer server;
    private final Mailbox<JsonNode> mailbox = new Mailbox<>();

    private Rehab(HttpServer server) {
        this.server = server;
    }

    /** Listens on loopback; port 0 takes a free one. */
    static Rehab open(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        Rehab rehab = new Rehab(server);
        server.createContext("/fhir/$process-message", rehab::receive);
        server.createContext("/fhir/metadata", rehab::metadata);
        server.start();
        return rehab;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Waits for a message Bundle that the predicate holds for. */
    JsonNode receives(String expected, Predicate<JsonNode> wanted, Deadline deadline) throws InterruptedException {
        return mailbox.await(expected, deadline, all -> all.stream()
                .filter(wanted)
                .findFirst()
                .<Look<JsonNode>>map(Look.Found::new)
                .orElseGet(() -> new Look.NotYet<>(all.size() + " other messages")));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode message = FhirWire.JSON.readTree(exchange.getRequestBody());
            boolean fit = exchange.getRequestMethod().equals("POST")
                    && "message".equals(message.path("type").asText());
            if (fit) {
                mailbox.put(message);
            }
            answer(exchange, fit ? 200 : 400, THANKS);
        }
    }

    private void metadata(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange, 200, STATEMENT);
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] answer = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
    }
}
