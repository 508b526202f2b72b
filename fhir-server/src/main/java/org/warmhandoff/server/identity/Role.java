package org.warmhandoff.server.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a member of the workforce does here. */
public enum Role {
    INTAKE,
    THERAPIST,
    PSYCHIATRIST,
    PRIVACY_OFFICER,
    INTERFACE_ENGINEER,
    ADMIN;

    /** As written in commands and tokens, such as {@code privacy-officer}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
