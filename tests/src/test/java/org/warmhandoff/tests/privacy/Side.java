package org.warmhandoff.tests.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * One of the two servers.
 *
 * @param tokens for a principal its bearer token, empty for one that shows none
 * @param page a saved page of somebody who sees more
 */
record Side(String base, UnaryOperator<String> tokens, String page, boolean copies) {

    static final String PAGE = "{page}";

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /** The answer without what may vary. */
    Reply ask(String principal, Probe probe) {
        if (probe.exit() == Exit.EXPORTED_FILES) {
            return new Exported(this, principal).of(probe);
        }
        HttpResponse<String> answer = raw(principal, probe);
        Map<String, String> headers = new TreeMap<>();
        answer.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return new Normaliser(base, copies).normal(answer.statusCode(), headers, answer.body());
    }

    HttpResponse<String> raw(String principal, Probe probe) {
        String target = probe.target().replace(PAGE, page);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(target.startsWith("http") ? target : base + "/" + target))
                .timeout(Duration.ofMinutes(2))
                .header("Content-Type", probe.contentType())
                .method(
                        probe.method(),
                        probe.content().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(probe.content()));
        probe.headers().forEach(header -> request.header(header.name(), header.value()));
        if (probe.headers().stream().noneMatch(header -> header.name().equals("Accept"))) {
            request.header("Accept", "application/fhir+json");
        }
        String token = tokens.apply(principal);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
