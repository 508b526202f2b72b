package org.warmhandoff.server.identity.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client as an administrator writes it.
 *
 * @param jwks a JSON Web Key Set, or the https address of one; none for an app that cannot keep a key
 * @param scopes with spaces between
 * @param partner whose client it is; none for the hub's own
 * @param roles of a client of the hub's own
 * @param redirectUris of an app
 */
record ClientEntry(
        @Nullable String id,
        @Nullable JsonNode jwks,
        @Nullable String scopes,
        @Nullable String partner,
        List<String> roles,
        List<String> redirectUris) {

    ClientEntry {
        roles = roles == null ? List.of() : List.copyOf(roles);
        redirectUris = redirectUris == null ? List.of() : List.copyOf(redirectUris);
    }
}
