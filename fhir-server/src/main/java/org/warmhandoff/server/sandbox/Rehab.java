package org.warmhandoff.server.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** Harbor Rehab: a FHIR server that understands one call, {@code POST /fhir/$process-message}. */
final class Rehab implements AutoCloseable {

    private static final String THANKS =
            """
            {"resourceType":"OperationOutcome",
             "issue":[{"severity":"information","code":"informational","diagnostics":"received"}]}""";

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
            byte[] answer = THANKS.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
            exchange.sendResponseHeaders(fit ? 200 : 400, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }
}
