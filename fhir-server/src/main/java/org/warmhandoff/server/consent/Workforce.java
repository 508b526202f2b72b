package org.warmhandoff.server.consent;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.CurrentCaller;
import org.warmhandoff.server.identity.Role;

/** Who of the workforce asks; nobody else may do what needs this. */
@Component
class Workforce {

    private final ObjectProvider<CurrentCaller> callers;

    Workforce(ObjectProvider<CurrentCaller> callers) {
        this.callers = callers;
    }

    Optional<Caller> anybody() {
        CurrentCaller current = callers.getIfAvailable();
        return current == null ? Optional.empty() : current.caller();
    }

    Caller member() {
        return anybody()
                .filter(caller -> caller.kind() != Caller.Kind.PARTNER)
                .orElseThrow(() -> new ForbiddenOperationException("Only staff may do this."));
    }

    Caller member(Role role) {
        return anybody()
                .filter(caller -> caller.kind() != Caller.Kind.PARTNER && caller.has(role))
                .orElseThrow(() -> new ForbiddenOperationException("Only a " + role.code() + " may do this."));
    }
}
