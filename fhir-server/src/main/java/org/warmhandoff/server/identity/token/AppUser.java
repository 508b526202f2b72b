package org.warmhandoff.server.identity.token;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.warmhandoff.server.identity.Role;

/** The person who uses an app, as the authorization server carries them about. */
final class AppUser extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final String user;
    private final transient Set<Role> roles;
    private final @Nullable String patient;

    AppUser(String user, Set<Role> roles, @Nullable String patient) {
        super(List.of());
        this.user = user;
        this.roles = roles;
        this.patient = patient;
        setAuthenticated(true);
    }

    Set<Role> roles() {
        return roles;
    }

    @Nullable
    String patient() {
        return patient;
    }

    @Override
    public Object getPrincipal() {
        return user;
    }

    @Override
    public String getName() {
        return user;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AppUser that && user.equals(that.user);
    }

    @Override
    public int hashCode() {
        return user.hashCode();
    }
}
