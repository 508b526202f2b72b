package org.warmhandoff.server.identity.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.Role;

/** A verified caller in the words of Spring Security. */
public final class CallerAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    /** May use {@code /admin}; what of it is asked there. */
    static final String DESK = "desk";

    private final transient Caller caller;

    public CallerAuthentication(Caller caller) {
        super(authorities(caller));
        this.caller = caller;
        setAuthenticated(true);
    }

    private static List<GrantedAuthority> authorities(Caller caller) {
        List<GrantedAuthority> authorities = new ArrayList<>();
        caller.roles().forEach(role -> authorities.add(new SimpleGrantedAuthority("ROLE_" + role.name())));
        boolean desk =
                caller.has(Role.ADMIN) || caller.has(Role.INTERFACE_ENGINEER) || caller.has(Role.PRIVACY_OFFICER);
        if (caller.kind() != Caller.Kind.PARTNER && desk) {
            authorities.add(new SimpleGrantedAuthority(DESK));
        }
        return authorities;
    }

    public Caller caller() {
        return caller;
    }

    @Override
    public Object getPrincipal() {
        return caller;
    }

    @Override
    public String getName() {
        return caller.name();
    }

    /** Kept nowhere. */
    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CallerAuthentication that && caller.equals(that.caller);
    }

    @Override
    public int hashCode() {
        return caller.hashCode();
    }
}
