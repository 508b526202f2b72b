package org.warmhandoff.server.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** An answer of a FHIR server: status, headers, and the body read as JSON where it is JSON. */
record Reply(String call, int status, HttpHeaders headers, String body, JsonNode json) {

    /** This reply, or a failure that says what came instead. */
    Reply expect(int... wanted) {
        for (int code : wanted) {
            if (status == code) {
                return this;
            }
        }
        throw new HopFailure("HTTP " + wanted[0] + " to " + call, seen());
    }

    String seen() {
        List<String> issues = new ArrayList<>();
        for (JsonNode issue : json.path("issue")) {
            issues.add(issue.path("severity").asText() + " "
                    + issue.path("diagnostics")
                            .asText(issue.path("details").path("text").asText()));
        }
        return "HTTP " + status + (issues.isEmpty() ? " " + shortened() : ": " + String.join("; ", issues));
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** {@code Type/id} of the resource in the body. */
    String reference() {
        return json.path("resourceType").asText() + "/" + json.path("id").asText();
    }

    /** The resources of a searchset or a transaction response's locations, without outcome entries. */
    List<JsonNode> entries() {
        return StreamSupport.stream(json.path("entry").spliterator(), false)
                .filter(entry -> !"outcome".equals(entry.at("/search/mode").asText()))
                .toList();
    }

    List<JsonNode> resources() {
        return entries().stream().map(entry -> entry.path("resource")).toList();
    }

    private String shortened() {
        return body.length() <= 200 ? body : body.substring(0, 200) + "..";
    }
}
