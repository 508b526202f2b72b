package org.warmhandoff.server.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.server.part2.Purpose;

/**
 * Who asks, as a verified token or session says.
 *
 * @param client id of the client that holds the token; for a session {@code console}
 * @param user login name of the member of the workforce who acts; null for a system
 * @param partner id of the partner whose client it is; null for the workforce
 * @param roles of the user; the {@code staff} client has all
 * @param scopes granted, as in SMART App Launch 2 ({@code system/Patient.rs})
 * @param purpose of use that the token was issued for
 * @param patient id of the one Patient that {@code patient/} scopes are about
 */
public record Caller(
        Kind kind,
        String client,
        @Nullable String user,
        @Nullable String partner,
        Set<Role> roles,
        Set<String> scopes,
        Purpose purpose,
        @Nullable String patient) {

    public Caller {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    public enum Kind {
        /** A system of the hub's own operator: acts for its workforce, at every tenant. */
        STAFF,
        /** A member of the workforce, logged in or behind an app. */
        USER,
        /** A system of a partner. */
        PARTNER
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whom logs and ledger name. */
    public String name() {
        return user == null ? client : user;
    }
}
