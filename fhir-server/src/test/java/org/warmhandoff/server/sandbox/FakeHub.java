package org.warmhandoff.server.sandbox;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A server that knows its answers by heart: each call's answers in turn, the last one again and again. */
final class FakeHub implements AutoCloseable {

    /** What a client said. */
    record Heard(String call, Headers headers, String body) {}

    /** What it is told; <code>{base}</code> stands for our address. */
    record Answer(int status, Map<String, String> headers, String body) {}

    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new HashMap<>();
    private final List<Heard> heard = new ArrayList<>();

    FakeHub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/fhir/");
    }

    FakeHub on(String call, int status, String body) {
        return on(call, new Answer(status, Map.of(), body));
    }

    synchronized FakeHub on(String call, Answer answer) {
        answers.computeIfAbsent(call, none -> new ArrayDeque<>()).add(answer);
        return this;
    }

    synchronized Heard heard(String call) {
        return heard.stream().filter(one -> one.call().equals(call)).findFirst().orElseThrow();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI uri = exchange.getRequestURI();
            String query = uri.getQuery() == null ? "" : "?" + uri.getQuery();
            String call = exchange.getRequestMethod() + " " + uri.getPath().replaceFirst("^/fhir/?", "") + query;
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            heard.add(new Heard(call, exchange.getRequestHeaders(), body));
            Deque<Answer> left = answers.getOrDefault(call, new ArrayDeque<>());
            Answer answer = left.size() > 1 ? left.remove() : left.peek();
            send(exchange, answer == null ? new Answer(404, Map.of(), "{}") : answer);
        }
    }

    private void send(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, here(value)));
        byte[] body = here(answer.body()).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private String here(String text) {
        return text.replace("{base}", base().toString());
    }
}
