package org.warmhandoff.server.identity.token;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Apps that cannot keep a key name themselves only. A code is theirs by its verifier, which others check; a refresh token
 * by being held and changed at each use (OAuth 2.0 Security Best Current Practice, RFC 9700, 4.14).
 */
record PublicApps(RegisteredClients clients) implements AuthenticationConverter, AuthenticationProvider {

    private static final String GRANT = "grant_type";

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        String[] named = request.getParameterValues("client_id");
        boolean asserted = request.getParameter("client_assertion") != null;
        boolean refreshes = "refresh_token".equals(request.getParameter(GRANT));
        boolean revokes = request.getServletPath().equals("/oauth2/revoke");
        if (named == null || named.length != 1 || asserted || !(refreshes || revokes)) {
            return null;
        }
        Map<String, Object> others = new HashMap<>();
        others.put(GRANT, revokes ? "revoke" : "refresh_token");
        return new OAuth2ClientAuthenticationToken(named[0], ClientAuthenticationMethod.NONE, null, others);
    }

    @Override
    public @Nullable Authentication authenticate(Authentication authentication) {
        OAuth2ClientAuthenticationToken token = (OAuth2ClientAuthenticationToken) authentication;
        Object grant = token.getAdditionalParameters().get(GRANT);
        if (!ClientAuthenticationMethod.NONE.equals(token.getClientAuthenticationMethod())
                || !("refresh_token".equals(grant) || "revoke".equals(grant))) {
            return null;
        }
        RegisteredClient client = clients.findByClientId(String.valueOf(token.getPrincipal()));
        if (client == null || !client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
