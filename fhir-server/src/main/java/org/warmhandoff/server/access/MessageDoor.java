package org.warmhandoff.server.access;

import org.springframework.stereotype.Component;
import org.warmhandoff.server.access.scope.Demands;
import org.warmhandoff.server.access.scope.ScopeRules;
import org.warmhandoff.server.disclosure.Way;

/** Where messages come in that are not FHIR: they need what {@code $process-message} does. */
@Component
public class MessageDoor {

    private final KnownScopes scopes;
    private final Denials denials;

    MessageDoor(KnownScopes scopes, Denials denials) {
        this.scopes = scopes;
        this.denials = denials;
    }

    public void mayPost() {
        scopes.caller().ifPresent(caller -> {
            ScopeRules rules = scopes.of(caller);
            if (!Demands.ofWritingBundle().stream().allMatch(rules::allow)) {
                throw denials.beyondScopes(caller, new Denial(Way.WRITE_RESPONSE, "scope", "Bundle"));
            }
        });
    }
}
