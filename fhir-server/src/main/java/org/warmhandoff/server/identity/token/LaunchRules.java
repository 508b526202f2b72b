package org.warmhandoff.server.identity.token;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.warmhandoff.server.identity.SmartScope;

/** What an app may ask for when it is launched (SMART App Launch 2.2, 2.0.9): an exact address, our audience, its scopes. */
record LaunchRules(String fhirBase) implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> {

    private static final int LONGEST_NONCE = 500;

    @Override
    public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken asked = context.getAuthentication();
        String redirect = asked.getRedirectUri();
        if (redirect == null || !context.getRegisteredClient().getRedirectUris().contains(redirect)) {
            // To an address that is not the app's nothing is said at all.
            throw refused(OAuth2ErrorCodes.INVALID_REQUEST, null);
        }
        Object audience = asked.getAdditionalParameters().get("aud");
        if (!(audience instanceof String one) || !one.replaceAll("/$", "").equals(fhirBase)) {
            throw refused(OAuth2ErrorCodes.INVALID_REQUEST, asked);
        }
        if (asked.getAdditionalParameters().get(OidcParameterNames.NONCE) instanceof String nonce
                && nonce.length() > LONGEST_NONCE) {
            throw refused(OAuth2ErrorCodes.INVALID_REQUEST, asked);
        }
        if (asked.getScopes().isEmpty()
                || !SmartScope.allowed(context.getRegisteredClient().getScopes(), asked.getScopes())) {
            throw refused(OAuth2ErrorCodes.INVALID_SCOPE, asked);
        }
    }

    private static OAuth2AuthorizationCodeRequestAuthenticationException refused(
            String code, @Nullable OAuth2AuthorizationCodeRequestAuthenticationToken asked) {
        return new OAuth2AuthorizationCodeRequestAuthenticationException(new OAuth2Error(code), asked);
    }
}
