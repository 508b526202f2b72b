package org.warmhandoff.tests.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.warmhandoff.tests.harness.FhirClient;

/** Tasks in the database that are no referrals, every fifth of them open on the worklist of Sunrise. */
record Worklist(FhirClient fhir, String patient) {

    static final String SEARCH = "Task?owner=Organization/sunrise&status=requested,received&_count=20";

    private static final int BATCH = 100;
    private static final List<String> STATUS = List.of("requested", "accepted", "received", "in-progress", "completed");
    private static final List<String> OWNERS = List.of("sunrise", "harbor");

    void fill(int tasks) {
        for (int done = 0; done < tasks; done += BATCH) {
            String entries = IntStream.range(done, Math.min(tasks, done + BATCH))
                    .mapToObj(this::entry)
                    .collect(Collectors.joining(","));
            fhir.post("", "{\"resourceType\": \"Bundle\", \"type\": \"transaction\", \"entry\": [" + entries + "]}")
                    .expect(200);
        }
    }

    private String entry(int number) {
        return """
                {"request": {"method": "POST", "url": "Task"}, "resource": {"resourceType": "Task",
                "status": "%s", "intent": "order", "priority": "routine", "authoredOn": "2026-01-05T09:00:00Z",
                "for": {"reference": "%s"}, "owner": {"reference": "Organization/%s"}}}"""
                .formatted(
                        STATUS.get(number / OWNERS.size() % STATUS.size()),
                        patient,
                        OWNERS.get(number % OWNERS.size()));
    }
}
