package org.warmhandoff.server.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Says who it is with a key of its own and gets a token for it (SMART App Launch 2.2, Backend Services): finds where to ask,
 * signs an assertion, and asks again shortly before the token ends.
 */
final class TokenClient {

    private static final Duration ASSERTED_FOR = Duration.ofMinutes(2);
    private static final Duration EARLY = Duration.ofSeconds(30);
    private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final FhirWire wire;
    private final String id;
    private final Supplier<JWK> key;
    private final String scope;
    private final Clock clock;
    private @Nullable AccessToken token;

    /**
     * A client of one server.
     *
     * @param wire to the server, without a token
     * @param key read when it is first needed
     */
    TokenClient(FhirWire wire, String id, Supplier<JWK> key, String scope, Clock clock) {
        this.wire = wire;
        this.id = id;
        this.key = key;
        this.scope = scope;
        this.clock = clock;
    }

    /** A token that is good for some time yet. */
    AccessToken token(Deadline deadline) throws InterruptedException {
        AccessToken kept = token;
        if (kept == null || clock.instant().plus(EARLY).isAfter(kept.end())) {
            kept = fresh(deadline);
            token = kept;
        }
        return kept;
    }

    private AccessToken fresh(Deadline deadline) throws InterruptedException {
        String endpoint = wire.get(".well-known/smart-configuration", deadline)
                .expect(200)
                .json()
                .path("token_endpoint")
                .asText();
        JWK signing = key.get();
        Map<String, String> form = Map.of(
                "grant_type",
                "client_credentials",
                "scope",
                scope,
                "client_assertion_type",
                JWT_BEARER,
                "client_assertion",
                assertion(signing, endpoint));
        JsonNode answer = wire.form(endpoint, form, deadline).expect(200).json();
        long seconds = answer.path("expires_in").asLong();
        return new AccessToken(
                id,
                answer.path("access_token").asText(),
                answer.path("scope").asText(scope),
                seconds,
                clock.instant().plusSeconds(seconds),
                algorithm(signing) + " with key " + signing.getKeyID());
    }

    private String assertion(JWK signing, String audience) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(id)
                .subject(id)
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(ASSERTED_FOR)))
                .jwtID(UUID.randomUUID().toString())
                .build();
        JWSHeader header = new JWSHeader.Builder(algorithm(signing))
                .keyID(signing.getKeyID())
                .build();
        try {
            SignedJWT jwt = new SignedJWT(header, claims);
            jwt.sign(new DefaultJWSSignerFactory().createJWSSigner(signing, header.getAlgorithm()));
            return jwt.serialize();
        } catch (JOSEException failed) {
            throw new HopFailure("a signed assertion of " + id, failed.toString());
        }
    }

    private static JWSAlgorithm algorithm(JWK signing) {
        return signing.getKeyType().equals(KeyType.RSA) ? JWSAlgorithm.RS384 : JWSAlgorithm.ES384;
    }

    /**
     * What a client got.
     *
     * @param proof how it said who it is, for the narration; the value is for nobody to read
     */
    record AccessToken(String client, String value, String scope, long seconds, Instant end, String proof) {

        @Override
        public String toString() {
            return "a token of " + client;
        }
    }
}
