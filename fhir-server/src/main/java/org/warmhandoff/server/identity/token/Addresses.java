package org.warmhandoff.server.identity.token;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What this server is called in tokens and by clients; all follow from {@code warmhandoff.base-url}. */
@Component
public class Addresses {

    private final String issuer;

    Addresses(@Value("${warmhandoff.base-url}") String baseUrl) {
        this.issuer = baseUrl.replaceAll("/+$", "");
    }

    public String issuer() {
        return issuer;
    }

    /** Whom tokens are for. */
    public String fhir() {
        return issuer + "/fhir";
    }

    public String of(String path) {
        return issuer + path;
    }

    public String tokenEndpoint() {
        return of("/oauth2/token");
    }
}
