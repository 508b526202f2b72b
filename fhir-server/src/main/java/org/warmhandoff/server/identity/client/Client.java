package org.warmhandoff.server.identity.client;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.Role;
import org.warmhandoff.server.part2.Purpose;

/**
 * Who may ask for tokens.
 *
 * @param partner whose client it is; null for one of the hub's operator
 * @param scopes the most that a token of it may have
 * @param purpose of use that its tokens are issued for
 * @param keys where its public keys are; null for an app that cannot keep one
 * @param redirectUris where an app gets its codes; empty for a system
 */
public record Client(
        String id,
        Caller.Kind kind,
        @Nullable String partner,
        Set<Role> roles,
        Set<String> scopes,
        Purpose purpose,
        @Nullable KeySource keys,
        List<String> redirectUris) {

    /** The one that is made at first start, for whoever works at the server's machine. */
    public static final String STAFF = "staff";

    public Client {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
        redirectUris = List.copyOf(redirectUris);
    }

    /** Whether people use it, so that it asks for codes and not for itself. */
    public boolean app() {
        return !redirectUris.isEmpty();
    }
}
