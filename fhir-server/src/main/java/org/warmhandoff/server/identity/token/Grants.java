package org.warmhandoff.server.identity.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.identity.Role;
import org.warmhandoff.server.identity.SmartScope;
import org.warmhandoff.server.identity.UserLogin;

/** What people granted to apps, found again by code or refresh token. What systems get needs no row: their tokens say all. */
@Component
class Grants implements OAuth2AuthorizationService {

    private static final String VERSION = "version";
    private static final String CHALLENGE = "code_challenge";
    private static final Duration CODE_KEPT = Duration.ofHours(1);

    private final GrantTable table;
    private final RegisteredClients clients;
    private final OwnTokens tokens;
    private final ObjectProvider<UserLogin> login;

    Grants(GrantTable table, RegisteredClients clients, OwnTokens tokens, ObjectProvider<UserLogin> login) {
        this.table = table;
        this.clients = clients;
        this.tokens = tokens;
        this.login = login;
    }

    @Override
    public void save(OAuth2Authorization grant) {
        OAuth2AuthorizationRequest request = grant.getAttribute(OAuth2AuthorizationRequest.class.getName());
        if (request == null) {
            return;
        }
        Integer version = grant.getAttribute(VERSION);
        if (version == null) {
            table.add(fresh(grant, request));
            return;
        }
        OAuth2Authorization.Token<OAuth2RefreshToken> refresh = grant.getRefreshToken();
        boolean ended = (refresh != null && refresh.isInvalidated())
                || (grant.getAccessToken() != null && grant.getAccessToken().isInvalidated());
        if (ended) {
            table.end(grant.getId());
        } else if (!table.use(
                grant.getId(),
                version,
                refresh == null ? null : digest(refresh.getToken().getTokenValue()),
                refresh == null ? null : refresh.getToken().getExpiresAt(),
                end(grant, refresh))) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }

    private static Instant end(
            OAuth2Authorization grant, OAuth2Authorization.@Nullable Token<OAuth2RefreshToken> refresh) {
        Instant end = refresh == null ? null : refresh.getToken().getExpiresAt();
        return end == null ? codeEnd(grant).plus(CODE_KEPT) : end;
    }

    private static Instant codeEnd(OAuth2Authorization grant) {
        OAuth2Authorization.Token<OAuth2AuthorizationCode> code =
                Objects.requireNonNull(grant.getToken(OAuth2AuthorizationCode.class));
        return Objects.requireNonNull(code.getToken().getExpiresAt());
    }

    private static GrantRow fresh(OAuth2Authorization grant, OAuth2AuthorizationRequest request) {
        AppUser user = Objects.requireNonNull(grant.getAttribute(Principal.class.getName()));
        String code = Objects.requireNonNull(grant.getToken(OAuth2AuthorizationCode.class))
                .getToken()
                .getTokenValue();
        return new GrantRow(
                grant.getId(),
                1,
                grant.getRegisteredClientId(),
                user.getName(),
                user.roles(),
                user.patient(),
                String.join(" ", grant.getAuthorizedScopes()),
                String.valueOf(request.getRedirectUri()),
                String.valueOf(request.getAdditionalParameters().get(CHALLENGE)),
                digest(code),
                codeEnd(grant),
                false,
                null,
                null,
                codeEnd(grant).plus(CODE_KEPT),
                nonce(request));
    }

    /** What an app wants to find in the token that tells who uses it. */
    static @Nullable String nonce(OAuth2Authorization grant) {
        OAuth2AuthorizationRequest request = grant.getAttribute(OAuth2AuthorizationRequest.class.getName());
        return request == null ? null : nonce(request);
    }

    private static @Nullable String nonce(OAuth2AuthorizationRequest request) {
        return request.getAdditionalParameters().get(OidcParameterNames.NONCE) instanceof String nonce ? nonce : null;
    }

    @Override
    public void remove(OAuth2Authorization grant) {
        table.end(grant.getId());
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return null;
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        if (type == null && token.indexOf('.') >= 0) {
            return tokens.describe(token)
                    .flatMap(described -> Optional.ofNullable(clients.findByClientId(described.client()))
                            .map(described::authorization))
                    .orElse(null);
        }
        byte[] digest = digest(token);
        Optional<GrantRow> found = table.find(digest);
        if (found.isEmpty()) {
            table.endByOldCopy(digest);
        }
        return found.map(row -> authorization(row, token, digest)).orElse(null);
    }

    private @Nullable OAuth2Authorization authorization(GrantRow row, String token, byte[] digest) {
        RegisteredClient client = clients.findByClientId(row.client());
        UserLogin people = login.getIfAvailable();
        Set<Role> roles = people == null ? null : people.roles(row.user()).orElse(null);
        if (client == null || roles == null) {
            return null;
        }
        boolean byCode = MessageDigest.isEqual(digest, row.codeDigest());
        OAuth2AuthorizationRequest request = OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri("/oauth2/authorize")
                .clientId(row.client())
                .redirectUri(row.redirectUri())
                .scopes(SmartScope.split(row.scopes()))
                .additionalParameters(parameters(row))
                .build();
        OAuth2Authorization.Builder grant = OAuth2Authorization.withRegisteredClient(client)
                .id(row.id())
                .principalName(row.user())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizedScopes(SmartScope.split(row.scopes()))
                .attribute(VERSION, row.version())
                .attribute(OAuth2AuthorizationRequest.class.getName(), request)
                .attribute(Principal.class.getName(), new AppUser(row.user(), roles, row.patient()));
        OAuth2AuthorizationCode code = new OAuth2AuthorizationCode(
                byCode ? token : "used", row.codeExpiresAt().minus(CODE_KEPT), row.codeExpiresAt());
        grant.token(
                code, metadata -> metadata.put(OAuth2Authorization.Token.INVALIDATED_METADATA_NAME, row.codeUsed()));
        if (row.refreshExpiresAt() != null) {
            // Whoever ends the one ends the other, so there has to be one.
            grant.accessToken(new OAuth2AccessToken(
                    OAuth2AccessToken.TokenType.BEARER,
                    "unknown",
                    row.codeExpiresAt().minus(CODE_KEPT),
                    row.codeExpiresAt()));
            grant.refreshToken(new OAuth2RefreshToken(
                    byCode ? "unknown" : token, row.codeExpiresAt().minus(CODE_KEPT), row.refreshExpiresAt()));
        }
        return grant.build();
    }

    private static Map<String, Object> parameters(GrantRow row) {
        Map<String, Object> parameters = new TreeMap<>();
        parameters.put(CHALLENGE, row.codeChallenge());
        parameters.put("code_challenge_method", "S256");
        if (row.nonce() != null) {
            parameters.put(OidcParameterNames.NONCE, row.nonce());
        }
        return parameters;
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
