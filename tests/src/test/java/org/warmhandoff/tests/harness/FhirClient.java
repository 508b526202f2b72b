package org.warmhandoff.tests.harness;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** A FHIR client that hides nothing of HTTP. Paths are relative to the FHIR base; a whole URL is taken as it is. */
public final class FhirClient {

    private static final String JSON = "application/fhir+json";
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final String base;
    private final String accept;
    private final @Nullable Supplier<String> token;

    private FhirClient(String base, String accept, @Nullable Supplier<String> token) {
        this.base = base;
        this.accept = accept;
        this.token = token;
    }

    static FhirClient ofFhir(String base, Supplier<String> token) {
        return new FhirClient(base, JSON, token);
    }

    /** For what is beside FHIR and has formats of its own. */
    static FhirClient ofAnything(String origin, Supplier<String> token) {
        return new FhirClient(origin, "*/*", token);
    }

    /** The same, but it does not say who it is. */
    public FhirClient asNobody() {
        return new FhirClient(base, accept, null);
    }

    /** The same with a token that somebody made up. */
    public FhirClient bearing(String otherToken) {
        return new FhirClient(base, accept, () -> otherToken);
    }

    /** What paths are relative to. */
    public String address() {
        return base;
    }

    public FhirResponse get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    public FhirResponse post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    public <T extends Resource> T read(Class<T> type, String id) {
        return get(type.getSimpleName() + "/" + id).expect(200).as(type);
    }

    /** Creates a resource and answers its reference, such as {@code Consent/123}. */
    public String create(String type, String json) {
        Resource created = (Resource) FhirContext.forR4Cached()
                .newJsonParser()
                .parseResource(post(type, json, "Prefer", "return=representation")
                        .expect(201)
                        .body());
        return type + "/" + created.getIdElement().getIdPart();
    }

    public <T extends Resource> List<T> search(Class<T> type, String query) {
        Bundle found = get(type.getSimpleName() + "?" + query, "Cache-Control", "no-cache")
                .expect(200)
                .bundle();
        return found.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    public FhirResponse send(String method, String path, String body, String... headers) {
        String url = path.startsWith("http") ? path : base + (path.isEmpty() ? "" : "/" + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url.replace("|", "%7C")))
                .timeout(Duration.ofSeconds(90))
                .setHeader("Accept", accept)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token.get());
        }
        if (!body.isEmpty()) {
            request.setHeader("Content-Type", JSON);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            return new FhirResponse(method + " " + url, answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + url, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
