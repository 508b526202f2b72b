package org.warmhandoff.server.identity.token;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AccessTokenResponseAuthenticationSuccessHandler;

/** Tells an app beside its token which patient it is about (SMART App Launch 2.2, 2.0.11). */
final class LaunchContext {

    private LaunchContext() {}

    static OAuth2AccessTokenResponseAuthenticationSuccessHandler responses() {
        OAuth2AccessTokenResponseAuthenticationSuccessHandler handler =
                new OAuth2AccessTokenResponseAuthenticationSuccessHandler();
        handler.setAccessTokenResponseCustomizer(LaunchContext::addPatient);
        return handler;
    }

    private static void addPatient(OAuth2AccessTokenAuthenticationContext context) {
        OAuth2AccessTokenAuthenticationToken granted = context.getAuthentication();
        try {
            String patient = SignedJWT.parse(granted.getAccessToken().getTokenValue())
                    .getJWTClaimsSet()
                    .getStringClaim("patient");
            if (patient != null) {
                Map<String, Object> beside = new TreeMap<>(granted.getAdditionalParameters());
                beside.put("patient", patient);
                context.getAccessTokenResponse().additionalParameters(beside);
            }
        } catch (ParseException e) {
            throw new IllegalStateException("we write tokens that can be read", e);
        }
    }
}
