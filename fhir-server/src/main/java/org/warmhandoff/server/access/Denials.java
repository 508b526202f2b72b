package org.warmhandoff.server.access;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.identity.Caller;

/** Refuses, always in the same words, and has it noted. */
@Component
public class Denials {

    public static final String FORBIDDEN = "That is not for this caller.";
    private static final String CHALLENGE = "Bearer realm=\"warmhandoff\", error=\"insufficient_scope\"";

    private final DenialNotes notes;

    Denials(DenialNotes notes) {
        this.notes = notes;
    }

    /** Refused here, and so noted. */
    private static final class Noted extends ForbiddenOperationException {

        private static final long serialVersionUID = 1;

        Noted() {
            super(FORBIDDEN, outcome(OperationOutcome.IssueType.FORBIDDEN, FORBIDDEN));
        }
    }

    /** Beyond the scopes (RFC 6750, 3.1); nothing was looked at, so nothing is told. */
    public ForbiddenOperationException beyondScopes(Caller caller, Denial denial) {
        notes.note(caller, denial);
        ForbiddenOperationException refusal = new Noted();
        refusal.addResponseHeader("WWW-Authenticate", CHALLENGE);
        return refusal;
    }

    /** Not for somebody like this, whatever the scopes. */
    public ForbiddenOperationException notForPartners(Caller caller, Denial denial) {
        notes.note(caller, denial);
        return new Noted();
    }

    /** What other guards refuse a partner, in the same words, and noted too. */
    public ForbiddenOperationException alike(ForbiddenOperationException refusal, Caller caller, Denial denial) {
        return refusal instanceof Noted ? refusal : notForPartners(caller, denial);
    }

    public static OperationOutcome outcome(OperationOutcome.IssueType code, String text) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(OperationOutcome.IssueSeverity.ERROR)
                .setCode(code)
                .setDiagnostics(text);
        return outcome;
    }
}
