package org.warmhandoff.server.identity.web;

import java.util.List;
import java.util.Set;

/** What anybody may ask for without a token; everything else wants one. */
final class OpenPaths {

    private static final Set<String> EXACT = Set.of("/fhir/metadata", "/guide", "/oauth2/jwks", "/actuator/health");
    private static final List<String> BELOW =
            List.of("/fhir/.well-known/", "/.well-known/", "/guide/", "/actuator/health/");
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private OpenPaths() {}

    /** @param path decoded and normalised, as servlets are found by */
    static boolean contains(String method, String path) {
        return READING.contains(method)
                && (EXACT.contains(path) || BELOW.stream().anyMatch(path::startsWith));
    }
}
