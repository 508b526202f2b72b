package org.warmhandoff.server.identity.user;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user as an administrator writes it.
 *
 * @param roles codes such as {@code privacy-officer}
 * @param practitioner {@code Practitioner/id} of theirs
 */
record UserEntry(@Nullable String name, @Nullable List<String> roles, @Nullable String practitioner) {

    List<String> roleCodes() {
        return roles == null ? List.of() : roles;
    }
}
