package org.warmhandoff.server.identity.token;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.warmhandoff.server.identity.SmartScope;

/** A system asks for itself (SMART Backend Services): for some of its scopes, or without a word for all. */
final class SystemGrant implements AuthenticationConverter {

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        if (!AuthorizationGrantType.CLIENT_CREDENTIALS.getValue().equals(request.getParameter("grant_type"))) {
            return null;
        }
        Authentication client = SecurityContextHolder.getContext().getAuthentication();
        String[] scopes = request.getParameterValues("scope");
        if (scopes != null && scopes.length > 1) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_REQUEST);
        }
        Set<String> asked = scopes == null ? Set.of() : SmartScope.split(scopes[0]);
        if (asked.isEmpty()
                && client instanceof OAuth2ClientAuthenticationToken token
                && token.getRegisteredClient() != null) {
            asked = token.getRegisteredClient().getScopes();
        }
        return new OAuth2ClientCredentialsAuthenticationToken(client, asked, Map.of());
    }

    /** Nothing beyond what it is registered for. */
    static void check(OAuth2ClientCredentialsAuthenticationContext context) {
        OAuth2ClientCredentialsAuthenticationToken grant = context.getAuthentication();
        RegisteredClient client = context.getRegisteredClient();
        boolean systemOnly = grant.getScopes().stream().allMatch(scope -> SmartScope.of(scope)
                .filter(one -> one.context().equals("system"))
                .isPresent());
        if (!systemOnly || grant.getScopes().isEmpty() || !SmartScope.allowed(client.getScopes(), grant.getScopes())) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_SCOPE);
        }
    }
}
