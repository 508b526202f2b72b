package org.warmhandoff.server.sandbox;

import java.util.List;
import org.warmhandoff.server.sandbox.TokenClient.AccessToken;

/** Who talks to the server by HTTP says first who it is. */
final class SignInChapter {

    private static final String SMART = "OAuth 2 (SMART)";

    private final Callers callers;

    SignInChapter(Callers callers) {
        this.callers = callers;
    }

    Chapter chapter() {
        return new Chapter(
                "Who talks to the server by HTTP says first who it is, with a key of its own.",
                List.of(
                        hop("sunrise", callers.staff()),
                        hop("harbor", callers.harbor()),
                        hop("county-court", callers.court()),
                        hop("acme-health", callers.acme())));
    }

    private static Hop hop(String who, FhirWire wire) {
        return new Hop(who, "hub", SMART, "a signed assertion for a token", limit -> {
            AccessToken token = wire.token(limit);
            return new Evidence(
                    "token for " + token.client() + ", " + token.seconds() + " s",
                    "private_key_jwt, " + token.proof() + ", scopes " + token.scope());
        });
    }
}
