package org.warmhandoff.server.access.http;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.identity.Caller;

/** Refuses, always in the same words, and has it noted. */
@Component
class Denials {

    static final String FORBIDDEN = "That is not for this caller.";
    private static final String CHALLENGE = "Bearer realm=\"warmhandoff\", error=\"insufficient_scope\"";

    private final DenialNotes notes;

    Denials(DenialNotes notes) {
        this.notes = notes;
    }

    /** Beyond the scopes (RFC 6750, 3.1); nothing was looked at, so nothing is told. */
    ForbiddenOperationException beyondScopes(Caller caller, Denial denial) {
        notes.note(caller, denial);
        ForbiddenOperationException refusal = forbidden();
        refusal.addResponseHeader("WWW-Authenticate", CHALLENGE);
        return refusal;
    }

    /** Not for somebody like this, whatever the scopes. */
    ForbiddenOperationException notForPartners(Caller caller, Denial denial) {
        notes.note(caller, denial);
        return forbidden();
    }

    static ForbiddenOperationException forbidden() {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(OperationOutcome.IssueSeverity.ERROR)
                .setCode(OperationOutcome.IssueType.FORBIDDEN)
                .setDiagnostics(FORBIDDEN);
        return new ForbiddenOperationException(FORBIDDEN, outcome);
    }
}
