package org.warmhandoff.server.identity.web;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.warmhandoff.server.identity.token.TokenVerifier;

/** Turns the bearer token of a request into its caller. */
record BearerCallers(TokenVerifier verifier) implements AuthenticationManager {

    @Override
    public Authentication authenticate(Authentication authentication) {
        if (authentication instanceof BearerTokenAuthenticationToken bearer) {
            return verifier.caller(bearer.getToken())
                    .map(CallerAuthentication::new)
                    .orElseThrow(() -> new InvalidBearerTokenException("refused"));
        }
        throw new InvalidBearerTokenException("refused");
    }
}
