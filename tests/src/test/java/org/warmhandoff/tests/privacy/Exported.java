package org.warmhandoff.tests.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.warmhandoff.tests.harness.Patience;

/** A bulk export from its start to its files (Bulk Data Access 2.0), as one answer. */
record Exported(Side side, String principal) {

    private static final ObjectMapper JSON = new ObjectMapper();

    Reply of(Probe start) {
        HttpResponse<String> started = side.raw(principal, start);
        String status = started.headers().firstValue("Content-Location").orElse("");
        if (status.isEmpty()) {
            return new Reply(started.statusCode(), new TreeMap<>(), started.body());
        }
        HttpResponse<String> done = Patience.await("the export is done", Duration.ofMinutes(2))
                .until(() -> side.raw(principal, Probe.get(Exit.EXPORT, status)), answer -> answer.statusCode() != 202);
        try {
            List<String> lines = new ArrayList<>();
            JsonNode manifest = JSON.readTree(done.body());
            for (String part : List.of("output", "deleted", "error")) {
                for (JsonNode file : manifest.path(part)) {
                    lines.addAll(lines(part, file));
                }
            }
            Collections.sort(lines);
            return new Reply(done.statusCode(), new TreeMap<>(), String.join("\n", lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> lines(String part, JsonNode file) {
        String head = part + " " + file.path("type").asText() + " ";
        List<String> lines = new ArrayList<>();
        lines.add(head + file.path("count"));
        HttpResponse<String> content = side.raw(
                principal,
                Probe.get(Exit.EXPORT, file.path("url").asText()).header("Accept", "application/fhir+ndjson"));
        content.body().lines().forEach(line -> lines.add(head + line));
        return lines;
    }
}
