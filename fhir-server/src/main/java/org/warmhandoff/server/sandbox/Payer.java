package org.warmhandoff.server.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Acme Health: pulls what it may see of its members in bulk (Bulk Data Access IG). */
final class Payer {

    private static final String TYPES = "Encounter,EpisodeOfCare,Coverage,Condition,Patient";

    private final FhirWire wire;

    Payer(FhirWire wire) {
        this.wire = wire;
    }

    /** Exports one Group: every resource of every file, as the files came. */
    List<JsonNode> export(String groupId, Deadline deadline) throws Exception {
        String path = "Group/" + groupId + "/$export?_type=" + TYPES;
        Reply accepted =
                wire.get(path, Map.of("Prefer", "respond-async"), deadline).expect(202);
        String status = accepted.header("Content-Location");
        Reply done = deadline.await("200 from the export status", () -> {
            Reply reply = wire.get(status, Map.of("Accept", "application/json"), deadline)
                    .expect(200, 202);
            return reply.status() == 200
                    ? new Look.Found<Reply>(reply)
                    : new Look.NotYet<Reply>("HTTP 202 " + reply.header("X-Progress"));
        });
        return download(done, deadline);
    }

    private List<JsonNode> download(Reply done, Deadline deadline) throws Exception {
        List<JsonNode> resources = new ArrayList<>();
        for (JsonNode file : done.json().path("output")) {
            String url = URI.create(file.path("url").asText()).toString();
            Reply ndjson = wire.get(url, Map.of("Accept", "application/fhir+ndjson"), deadline)
                    .expect(200);
            for (String line : ndjson.body().lines().toList()) {
                resources.add(FhirWire.JSON.readTree(line));
            }
        }
        return resources;
    }
}
