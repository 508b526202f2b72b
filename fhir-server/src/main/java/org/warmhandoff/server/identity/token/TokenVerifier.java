package org.warmhandoff.server.identity.token;

import java.util.Optional;
import org.warmhandoff.server.identity.Caller;

/** Says who calls, by the bearer token of a request. */
@FunctionalInterface
public interface TokenVerifier {

    /** Empty for every token that is not good now, whatever the reason. */
    Optional<Caller> caller(String token);
}
