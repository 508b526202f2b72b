package org.warmhandoff.server.identity.user;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.server.identity.Role;

/**
 * A user as administrators see it.
 *
 * @param state {@code active}, {@code locked}, {@code disabled}, or {@code new} until the first password is changed
 */
record UserView(
        String name,
        List<String> roles,
        @Nullable String practitioner,
        String state,
        int failures,
        @Nullable String lockedUntil,
        @Nullable String signedInAt) {

    static UserView of(StaffUser user, Clock clock) {
        return new UserView(
                user.name(),
                user.roles().stream().map(Role::code).sorted().toList(),
                user.practitioner(),
                state(user, clock),
                user.failures(),
                user.lockedUntil() == null ? null : user.lockedUntil().toString(),
                user.signedInAt() == null ? null : user.signedInAt().toString());
    }

    private static String state(StaffUser user, Clock clock) {
        if (user.disabled()) {
            return "disabled";
        } else if (user.lockedUntil() != null && user.lockedUntil().isAfter(clock.instant())) {
            return "locked";
        }
        return user.mustChange() ? "new" : "active";
    }
}
