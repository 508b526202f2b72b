package org.warmhandoff.tests.smart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Where a server gives tokens away. It says itself how it is called; how it is reached may differ. */
public final class TokenEndpoint {

    private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String origin;
    private volatile String name = "";

    /** @param origin where the server is reached, such as {@code http://127.0.0.1:8080} */
    public TokenEndpoint(String origin) {
        this.origin = origin;
    }

    /** As the server calls it, so that it is what assertions are for. */
    public String name() {
        if (name.isEmpty()) {
            HttpResponse<String> found =
                    send(HttpRequest.newBuilder(URI.create(origin + "/.well-known/smart-configuration"))
                            .GET());
            name = expect(found).path("token_endpoint").asText();
        }
        return name;
    }

    /** Asks for a token with an assertion, whatever it is. */
    public HttpResponse<String> ask(String assertion, String scope) {
        return post(Map.of(
                "grant_type", "client_credentials",
                "scope", scope,
                "client_assertion_type", JWT_BEARER,
                "client_assertion", assertion));
    }

    public HttpResponse<String> ask(SmartClient client) {
        return ask(client.assertion(name()), client.scope());
    }

    /** Posts any form. */
    public HttpResponse<String> post(Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        URI address = URI.create(origin + URI.create(name()).getPath());
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    static JsonNode expect(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.uri() + ": HTTP " + answer.statusCode() + " " + answer.body());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
