package org.warmhandoff.server.identity.login;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.Role;
import org.warmhandoff.server.part2.Purpose;

/**
 * Somebody who is signed in, as they are now: roles that were taken away are gone.
 *
 * @param mustChange the password, before anything else
 */
public record StaffSession(
        byte[] digest,
        String user,
        Set<Role> roles,
        @Nullable String practitioner,
        boolean mustChange,
        Instant startedAt,
        Instant seenAt,
        @Nullable String patient,
        byte @Nullable [] patientFor) {

    /** The client that sessions call as. */
    public static final String CLIENT = "console";

    /** No app stands between: what the roles may is the limit. */
    private static final Set<String> SCOPES = Set.of("user/*.cruds");

    public StaffSession {
        roles = Set.copyOf(roles);
    }

    public Caller caller() {
        return new Caller(Caller.Kind.USER, CLIENT, user, null, roles, SCOPES, Purpose.TREAT, null);
    }

    /** The patient chosen for this very request of an app; for another one somebody chooses again. */
    @Nullable
    String patientFor(String request) {
        return patientFor != null && MessageDigest.isEqual(patientFor, SessionSecret.digest(request)) ? patient : null;
    }

    @Override
    public String toString() {
        return user;
    }
}
