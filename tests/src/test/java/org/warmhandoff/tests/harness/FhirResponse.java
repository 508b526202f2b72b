package org.warmhandoff.tests.harness;

import ca.uhn.fhir.context.FhirContext;
import java.net.http.HttpHeaders;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;

/** What the server answered. */
public record FhirResponse(String request, int status, HttpHeaders headers, String body) {

    /** Itself, when the status is one of those. */
    public FhirResponse expect(Integer... statuses) {
        if (!List.of(statuses).contains(status)) {
            throw new AssertionError(request + ": expected " + List.of(statuses) + " but got " + status + "\n" + body);
        }
        return this;
    }

    public <T extends Resource> T as(Class<T> type) {
        return FhirContext.forR4Cached().newJsonParser().parseResource(type, body);
    }

    public Bundle bundle() {
        return as(Bundle.class);
    }

    /** All words of an OperationOutcome. */
    public String problems() {
        return String.join(
                " ",
                as(OperationOutcome.class).getIssue().stream()
                        .map(issue -> issue.getDiagnostics() + " "
                                + issue.getDetails().getText())
                        .toList());
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
