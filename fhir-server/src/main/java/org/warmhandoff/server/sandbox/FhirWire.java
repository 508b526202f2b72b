package org.warmhandoff.server.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.server.sandbox.TokenClient.AccessToken;

/** FHIR over HTTP as any client speaks it. */
final class FhirWire {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final String FHIR_JSON = "application/fhir+json";

    private final URI base;
    private final @Nullable TokenClient client;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /**
     * A stranger to one server.
     *
     * @param base with a trailing slash, such as {@code http://127.0.0.1:8080/fhir/}
     */
    FhirWire(URI base) {
        this(base, null);
    }

    private FhirWire(URI base, @Nullable TokenClient client) {
        this.base = base;
        this.client = client;
    }

    /** The same as a client that says who it is. */
    FhirWire as(TokenClient one) {
        return new FhirWire(base, one);
    }

    /** What it says who it is with. */
    AccessToken token(Deadline deadline) throws InterruptedException {
        if (client == null) {
            throw new IllegalStateException("a stranger has no token");
        }
        return client.token(deadline);
    }

    Reply get(String path, Deadline deadline) throws InterruptedException {
        return get(path, Map.of(), deadline);
    }

    Reply get(String path, Map<String, String> headers, Deadline deadline) throws InterruptedException {
        return send(request(path, headers, deadline).GET().build());
    }

    /** POSTs to a path; the empty path is the server itself, for transactions. */
    Reply post(String path, String body, Map<String, String> headers, Deadline deadline) throws InterruptedException {
        return send(request(path, headers, deadline)
                .header("Content-Type", FHIR_JSON)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    Reply post(String path, String body, Deadline deadline) throws InterruptedException {
        return post(path, body, Map.of(), deadline);
    }

    /** POSTs a form to an address of the server, which may call itself otherwise than we do. */
    Reply form(String address, Map<String, String> fields, Deadline deadline) throws InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        String path = base.resolve(URI.create(address).getRawPath()).toString();
        return send(request(path, Map.of("Accept", "application/json"), deadline)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** Creates a resource and answers what the server made of it. */
    Reply create(String type, String body, Deadline deadline) throws InterruptedException {
        return post(type, body, Map.of("Prefer", "return=representation"), deadline)
                .expect(201, 200);
    }

    private HttpRequest.Builder request(String path, Map<String, String> headers, Deadline deadline)
            throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path)).timeout(deadline.patience());
        if (client != null) {
            request.header("Authorization", "Bearer " + client.token(deadline).value());
        }
        if (!headers.containsKey("Accept")) {
            request.header("Accept", FHIR_JSON);
        }
        headers.forEach(request::header);
        return request;
    }

    private URI address(String path) {
        if (path.isEmpty()) {
            String whole = base.toString();
            return URI.create(whole.substring(0, whole.length() - 1));
        }
        return base.resolve(path.replace("|", "%7C"));
    }

    private Reply send(HttpRequest request) throws InterruptedException {
        String call = request.method() + " " + request.uri().getPath();
        HttpResponse<String> response = answer(request, call);
        return new Reply(call, response.statusCode(), response.headers(), response.body(), json(response.body()));
    }

    private HttpResponse<String> answer(HttpRequest request, String call) throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException none) {
            throw new HopFailure("an answer to " + call, none.toString());
        }
    }

    private static JsonNode json(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json == null ? MissingNode.getInstance() : json;
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }
}
