package org.warmhandoff.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.server.identity.TokenRequest;

/** Asks the running server at {@code /admin}. */
final class AdminClient {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final JsonMapper JSON = new JsonMapper();

    private static final Duration EARLY = Duration.ofSeconds(60);
    private static final String STAFF = "staff";

    private final String base;
    private final TokenRequest tokens;
    private TokenRequest.@Nullable Token token;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /**
     * A client of one server.
     *
     * @param base address of the server, with or without a slash at its end
     * @param tokens where it gets its tokens, as staff
     */
    AdminClient(String base, TokenRequest tokens) {
        this.base = base.replaceAll("/+$", "");
        this.tokens = tokens;
    }

    /** A request that did not succeed; its message is for the person at the keyboard. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final int exitCode;

        Refused(int exitCode, String message) {
            super(message);
            this.exitCode = exitCode;
        }

        int exitCode() {
            return exitCode;
        }
    }

    JsonNode get(String path) {
        return json(send("GET", path, null).body());
    }

    byte[] bytes(String path) {
        return send("GET", path, null).body();
    }

    JsonNode post(String path, @Nullable JsonNode body) {
        return json(send("POST", path, body).body());
    }

    JsonNode put(String path, JsonNode body) {
        return json(send("PUT", path, body).body());
    }

    JsonNode delete(String path) {
        return json(send("DELETE", path, null).body());
    }

    static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpResponse<byte[]> send(String method, String path, @Nullable JsonNode body) {
        HttpRequest.BodyPublisher publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body.toString());
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + bearer())
                    .method(method, publisher)
                    .build();
            return checked(http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IllegalArgumentException e) {
            throw new Refused(2, "\"" + base + "\" is no http address");
        } catch (IOException e) {
            throw new Refused(
                    1,
                    "No server answers at " + base + " (" + e.getClass().getSimpleName()
                            + "). Start it, or name it with --url.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(1, "Interrupted");
        }
    }

    private String bearer() {
        Instant soon = tokens.clock().instant().plus(EARLY);
        if (token == null || token.expiresAt().isBefore(soon)) {
            token = tokens.token(STAFF, null);
        }
        return token.value();
    }

    private static HttpResponse<byte[]> checked(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return response;
        }
        throw new Refused(status == 400 ? 2 : 1, sentence(response));
    }

    private static String sentence(HttpResponse<byte[]> response) {
        try {
            String detail = JSON.readTree(response.body()).path("detail").asText();
            return detail.isEmpty() ? "The server answered HTTP " + response.statusCode() : Lines.printable(detail);
        } catch (IOException e) {
            return "The server answered HTTP " + response.statusCode();
        }
    }

    private static JsonNode json(byte[] body) {
        try {
            return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (IOException e) {
            throw new Refused(1, "The answer is not JSON: is that a Warm Handoff server?");
        }
    }
}
