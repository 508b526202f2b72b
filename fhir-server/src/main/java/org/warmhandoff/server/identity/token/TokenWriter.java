package org.warmhandoff.server.identity.token;

import com.nimbusds.jwt.JWTClaimsSet;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
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

    private static final int REFRESH_BYTES = 32;
    private static final Duration OFFLINE = Duration.ofDays(30);
    private static final Duration ONLINE = Duration.ofHours(10);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ClientDirectory clients;
    private final AccessTokens tokens;
    private final Practitioners practitioners;
    private final Clock clock;

    TokenWriter(ClientDirectory clients, AccessTokens tokens, Practitioners practitioners, Clock clock) {
        this.clients = clients;
        this.tokens = tokens;
        this.practitioners = practitioners;
        this.clock = clock;
    }

    @Override
    public @Nullable OAuth2Token generate(OAuth2TokenContext context) {
        if (OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType())) {
            return refresh(context);
        }
        return clients.find(context.getRegisteredClient().getClientId())
                .map(client -> caller(client, context))
                .map(caller -> issue(caller, context))
                .map(TokenWriter::token)
                .orElse(null);
    }

    private AccessTokens.@Nullable Issued issue(Caller caller, OAuth2TokenContext context) {
        String fhirUser = practitioners.address(caller).orElse(null);
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            return tokens.issue(caller, fhirUser);
        }
        OAuth2Authorization grant = context.getAuthorization();
        return grant != null
                        && OidcParameterNames.ID_TOKEN.equals(
                                context.getTokenType().getValue())
                ? tokens.identify(caller, fhirUser, Grants.nonce(grant))
                : null;
    }

    /** Only for an app that asked for it; each is used once. */
    private @Nullable OAuth2RefreshToken refresh(OAuth2TokenContext context) {
        OAuth2Authorization grant = context.getAuthorization();
        boolean offline = grant != null && grant.getAuthorizedScopes().contains("offline_access");
        boolean online = grant != null && grant.getAuthorizedScopes().contains("online_access");
        if (!offline && !online) {
            return null;
        }
        byte[] value = new byte[REFRESH_BYTES];
        RANDOM.nextBytes(value);
        Instant now = clock.instant();
        return new OAuth2RefreshToken(
                Base64.getUrlEncoder().withoutPadding().encodeToString(value),
                now,
                now.plus(offline ? OFFLINE : ONLINE));
    }

    private static Caller caller(Client client, OAuth2TokenContext context) {
        if (context.getPrincipal() instanceof AppUser user) {
            return new Caller(
                    Caller.Kind.USER,
                    client.id(),
                    user.getName(),
                    null,
                    user.roles(),
                    context.getAuthorizedScopes(),
                    client.purpose(),
                    user.patient());
        }
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

    private static Map<String, Object> claims(JWTClaimsSet issued) {
        Map<String, Object> claims = new TreeMap<>();
        claims.put("sub", String.valueOf(issued.getSubject()));
        claims.put("iss", String.valueOf(issued.getIssuer()));
        claims.put("aud", issued.getAudience());
        return claims;
    }

    private static Jwt token(AccessTokens.Issued issued) {
        return new Jwt(
                issued.value(), issued.issuedAt(), issued.expiresAt(), Map.of("alg", "RS256"), claims(issued.claims()));
    }
}
