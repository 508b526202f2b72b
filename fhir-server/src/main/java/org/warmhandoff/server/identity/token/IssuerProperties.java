package org.warmhandoff.server.identity.token;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A server elsewhere that gives the tokens of partners, apps and people in place of ours; staff's own client stays ours.
 *
 * @param issuer the {@code iss} of its tokens; unset: we give them ourselves
 * @param jwks where its keys are: an address, or {@code file:} in the data directory
 * @param tokenEndpoint where clients get tokens, for our SMART configuration
 * @param audience the {@code aud} of tokens for us; by default our FHIR base
 * @param claims the names of its claims
 */
@ConfigurationProperties("warmhandoff.security")
public record IssuerProperties(
        @Nullable String issuer,
        @Nullable String jwks,
        @Nullable String tokenEndpoint,
        @Nullable String audience,
        @DefaultValue Claims claims) {

    /**
     * Names of claims.
     *
     * @param client the id of a client that this server knows: whose it is and what it may is said here, not there
     * @param user login name of a member of the workforce
     * @param roles codes such as {@code privacy-officer}
     */
    public record Claims(
            @DefaultValue("client_id") String client,
            @DefaultValue("scope") String scope,
            @DefaultValue("preferred_username") String user,
            @DefaultValue("roles") String roles,
            @DefaultValue("patient") String patient) {}

    public IssuerProperties {
        if (issuer != null && !issuer.isBlank() && (jwks == null || jwks.isBlank())) {
            throw new IllegalArgumentException("warmhandoff.security.jwks: is needed with warmhandoff.security.issuer");
        }
    }

    public boolean used() {
        return issuer != null && !issuer.isBlank();
    }
}
