package org.warmhandoff.server.terminology;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Answers that are no results, each with an OperationOutcome of one issue. */
final class Refusal {

    private Refusal() {}

    static BaseServerResponseException unknown(String type, String canonical) {
        return notFound("No " + type + " " + canonical + " is known here.");
    }

    static BaseServerResponseException notFound(String message) {
        return new ResourceNotFoundException(message, outcome(IssueType.NOTFOUND, message));
    }

    static BaseServerResponseException missing(String... parameters) {
        String message = "Missing parameter: " + String.join(" or ", parameters) + ".";
        return new InvalidRequestException(message, outcome(IssueType.REQUIRED, message));
    }

    static BaseServerResponseException invalid(String message) {
        return new InvalidRequestException(message, outcome(IssueType.INVALID, message));
    }

    /** For what is well asked and cannot be answered. */
    static BaseServerResponseException impossible(IssueType type, String message) {
        return new UnprocessableEntityException(message, outcome(type, message));
    }

    private static OperationOutcome outcome(IssueType type, String message) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(type)
                .setDiagnostics(message)
                .getDetails()
                .setText(message);
        return outcome;
    }
}
