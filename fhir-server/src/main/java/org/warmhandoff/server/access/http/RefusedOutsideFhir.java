package org.warmhandoff.server.access.http;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import org.hl7.fhir.instance.model.api.IBaseOperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.warmhandoff.server.access.Denials;

/** Refuses at addresses beside FHIR in the words of FHIR. */
@RestControllerAdvice
class RefusedOutsideFhir {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    @ExceptionHandler(ForbiddenOperationException.class)
    ResponseEntity<String> refused(ForbiddenOperationException refusal) {
        IBaseOperationOutcome outcome = refusal.getOperationOutcome();
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(HttpStatus.FORBIDDEN)
                .header("Content-Type", "application/fhir+json;charset=UTF-8");
        if (refusal.hasResponseHeaders()) {
            refusal.getResponseHeaders().forEach((name, values) -> answer.header(name, values.toArray(String[]::new)));
        }
        return answer.body(FHIR.newJsonParser()
                .encodeResourceToString(
                        outcome == null ? Denials.outcome(IssueType.FORBIDDEN, Denials.FORBIDDEN) : outcome));
    }
}
