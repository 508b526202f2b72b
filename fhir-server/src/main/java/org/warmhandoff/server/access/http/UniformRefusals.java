package org.warmhandoff.server.access.http;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.Objects;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.access.Denial;
import org.warmhandoff.server.access.Denials;
import org.warmhandoff.server.access.KnownScopes;
import org.warmhandoff.server.identity.Caller;

/**
 * Who is not known hears one thing, and a partner one for each status, whatever guard refused and wherever in the server:
 * words that differ would tell how far a request came. Staff hears the reason.
 */
@Interceptor
@Component
public class UniformRefusals {

    private static final String UNKNOWN = "A good bearer token is needed.";
    private static final String ABSENT = "There is no such thing here.";

    private final KnownScopes callers;
    private final Denials denials;

    UniformRefusals(KnownScopes callers, Denials denials) {
        this.callers = callers;
        this.denials = denials;
    }

    /** Null for what stays as it is. */
    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public @Nullable BaseServerResponseException alike(RequestDetails request, Throwable problem) {
        if (problem instanceof AuthenticationException) {
            AuthenticationException unknown = new AuthenticationException(UNKNOWN);
            unknown.setOperationOutcome(Denials.outcome(IssueType.LOGIN, UNKNOWN));
            unknown.addResponseHeader("WWW-Authenticate", "Bearer realm=\"warmhandoff\"");
            return unknown;
        }
        Caller partner = callers.caller()
                .filter(caller -> caller.kind() == Caller.Kind.PARTNER)
                .orElse(null);
        if (partner == null) {
            return null;
        } else if (problem instanceof ForbiddenOperationException refusal) {
            return denials.alike(refusal, partner, denial(request));
        } else if (problem instanceof ResourceNotFoundException || problem instanceof ResourceGoneException) {
            return new ResourceNotFoundException(ABSENT, Denials.outcome(IssueType.NOTFOUND, ABSENT));
        }
        return null;
    }

    private static Denial denial(RequestDetails request) {
        RestOperationTypeEnum interaction = Objects.requireNonNullElse(
                request.getRestOperationType(), RestOperationTypeEnum.EXTENDED_OPERATION_SERVER);
        return new Denial(Requests.way(request, interaction), "closed", Requests.what(request));
    }
}
