package org.warmhandoff.server.alert;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;

/** Posts alerts, signed. Redirects are not followed, and the answer's body is not read. */
final class AlertWebhook {

    static final String SIGNATURE = "X-Warmhandoff-Signature";

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final URI address;
    private final AlertSecret secret;
    private final ObjectMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    AlertWebhook(URI address, AlertSecret secret, ObjectMapper json) {
        this.address = address;
        this.secret = secret;
        this.json = json;
    }

    /** The status that it was answered with. */
    int post(Alert.Post post, Instant now) throws IOException, InterruptedException {
        byte[] body = json.writeValueAsBytes(post);
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header(SIGNATURE, secret.signature(now, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }
}
