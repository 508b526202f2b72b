package org.warmhandoff.server.identity.login;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.identity.user.SignIn;

/** Has name and password of the form looked at. */
@Component
class PasswordCheck implements AuthenticationProvider {

    private final SignIn signIn;

    PasswordCheck(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        String address = typed.getDetails() instanceof WebAuthenticationDetails from ? from.getRemoteAddress() : "";
        SignIn.Outcome outcome =
                signIn.check(typed.getName(), String.valueOf(typed.getCredentials()), String.valueOf(address));
        if (outcome instanceof SignIn.Outcome.In in) {
            return UsernamePasswordAuthenticationToken.authenticated(in.user(), null, List.of());
        } else if (outcome instanceof SignIn.Outcome.Busy) {
            throw new AuthenticationServiceException("busy");
        }
        throw new BadCredentialsException("refused");
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
