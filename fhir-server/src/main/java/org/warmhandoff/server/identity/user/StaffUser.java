package org.warmhandoff.server.identity.user;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.server.identity.Role;

/**
 * A member of the workforce.
 *
 * @param practitioner reference to their Practitioner
 * @param generation of their password; sessions of an earlier one have ended
 * @param mustChange the password, before anything else
 * @param lockedUntil until when nobody gets in by that name, null when nothing was wrong
 */
public record StaffUser(
        String name,
        String passwordHash,
        Set<Role> roles,
        @Nullable String practitioner,
        int generation,
        boolean mustChange,
        boolean disabled,
        int failures,
        @Nullable Instant lockedUntil,
        @Nullable Instant signedInAt) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");

    public StaffUser {
        roles = Set.copyOf(roles);
    }

    /** The name as it is kept; empty for what cannot be one. */
    public static Optional<String> nameOf(String typed) {
        return Optional.of(typed.strip().toLowerCase(Locale.ROOT))
                .filter(name -> NAME.matcher(name).matches());
    }

    /** Without the hash, so that none comes into a log. */
    @Override
    public String toString() {
        return name;
    }
}
