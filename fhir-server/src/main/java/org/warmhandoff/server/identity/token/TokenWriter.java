package org.warmhandoff.server.identity.token;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.client.Client;
import org.warmhandoff.server.identity.client.ClientDirectory;

/** Makes the tokens that the authorization server gives away. */
@Component
class TokenWriter implements OAuth2TokenGenerator<OAuth2Token> {

    private final ClientDirectory clients;
    private final AccessTokens tokens;

    TokenWriter(ClientDirectory clients, AccessTokens tokens) {
        this.clients = clients;
        this.tokens = tokens;
    }

    @Override
    public @Nullable OAuth2Token generate(OAuth2TokenContext context) {
        if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            return null;
        }
        return clients.find(context.getRegisteredClient().getClientId())
                .map(client -> token(tokens.issue(system(client, context))))
                .orElse(null);
    }

    private static Caller system(Client client, OAuth2TokenContext context) {
        return new Caller(
                client.kind(),
                client.id(),
                null,
                client.partner(),
                client.roles(),
                context.getAuthorizedScopes(),
                client.purpose(),
                null);
    }

    private static Jwt token(AccessTokens.Issued issued) {
        return new Jwt(
                issued.value(),
                issued.issuedAt(),
                issued.expiresAt(),
                Map.of("alg", "RS256"),
                Map.of("jti", String.valueOf(issued.claims().getJWTID())));
    }
}
