package org.warmhandoff.server.access.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.access.scope.ScopeRules;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.CurrentCaller;

/** The rules of whoever asks now; a caller asks often, and its scopes say the same each time. */
@Component
class KnownScopes {

    private static final int MOST = 1_000;

    private final ObjectProvider<CurrentCaller> callers;
    private final Cache<Caller, ScopeRules> rules =
            Caffeine.newBuilder().maximumSize(MOST).build();

    KnownScopes(ObjectProvider<CurrentCaller> callers) {
        this.callers = callers;
    }

    /** Nobody when it is not known who asks: the gate lets nobody in then. */
    Optional<Caller> caller() {
        return callers.orderedStream().findFirst().flatMap(CurrentCaller::caller);
    }

    ScopeRules of(Caller caller) {
        return rules.get(caller, ScopeRules::of);
    }
}
