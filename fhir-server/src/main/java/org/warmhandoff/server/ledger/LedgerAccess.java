package org.warmhandoff.server.ledger;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.CurrentCaller;
import org.warmhandoff.server.identity.Role;

/** The ledger tells who denied what to whom: for privacy officers and the operator's own systems only. */
@Component
class LedgerAccess {

    private final ObjectProvider<CurrentCaller> current;

    LedgerAccess(ObjectProvider<CurrentCaller> current) {
        this.current = current;
    }

    void require() {
        CurrentCaller known = current.getIfAvailable();
        // A server without any identities listens to its own machine alone.
        if (known != null && !may(known.caller())) {
            throw new ForbiddenOperationException("The disclosure ledger is for privacy officers.");
        }
    }

    private static boolean may(Optional<Caller> caller) {
        return caller.filter(who -> who.kind() == Caller.Kind.STAFF
                        || (who.kind() == Caller.Kind.USER && who.has(Role.PRIVACY_OFFICER)))
                .isPresent();
    }
}
