package org.warmhandoff.server.fhir;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.Set;

/**
 * The operations on offer. HAPI's resource providers bring more with them ({@code $meta-delete} could strip a security
 * label); what is not named here answers as if it did not exist.
 */
final class OfferedOperations {

    private static final Set<String> NAMES = Set.of(
            "process-message",
            "transition",
            "court-report",
            "revoke",
            "end",
            "evaluate",
            "emergency-access",
            "disclosure-accounting",
            "status",
            "events",
            "export",
            "export-poll-status",
            "everything",
            "note",
            "relabel",
            "validate",
            "expand",
            "validate-code",
            "lookup",
            "translate",
            "subsumes");

    private OfferedOperations() {}

    static boolean offers(String name) {
        return NAMES.contains(name);
    }

    /** Refuses what is not on offer, before anything is read. */
    @Interceptor
    static final class Gate {

        @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
        public void check(RequestDetails request) {
            String operation = request.getOperation();
            if (operation != null && operation.startsWith("$") && !offers(operation.substring(1))) {
                throw new ResourceNotFoundException("No operation " + operation + " here");
            }
        }
    }
}
