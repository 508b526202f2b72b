package org.warmhandoff.server.identity.token;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.warmhandoff.server.identity.SmartScope;

/** A token of ours, for whoever asks what it says (RFC 7662). */
record Described(String token, JWTClaimsSet claims, String client) {

    OAuth2Authorization authorization(RegisteredClient registered) {
        Map<String, Object> said = new TreeMap<>(claims.getClaims());
        said.remove("scope");
        said.values().removeIf(java.util.Objects::isNull);
        said.replaceAll((name, value) -> value instanceof java.util.Date date ? date.toInstant() : value);
        return OAuth2Authorization.withRegisteredClient(registered)
                .principalName(claims.getSubject())
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .token(
                        new OAuth2AccessToken(
                                OAuth2AccessToken.TokenType.BEARER,
                                token,
                                claims.getIssueTime().toInstant(),
                                claims.getExpirationTime().toInstant(),
                                SmartScope.split(String.valueOf(claims.getClaim("scope")))),
                        metadata -> metadata.put(OAuth2Authorization.Token.CLAIMS_METADATA_NAME, said))
                .build();
    }
}
