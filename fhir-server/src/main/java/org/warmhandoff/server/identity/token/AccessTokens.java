package org.warmhandoff.server.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.Role;

/** Writes who may call into a signed token (RFC 9068) that every node can read alone. */
@Component
class AccessTokens {

    static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    static final Duration LIFE = Duration.ofMinutes(5);

    private final SigningKeys keys;
    private final Addresses addresses;
    private final Clock clock;

    AccessTokens(SigningKeys keys, Addresses addresses, Clock clock) {
        this.keys = keys;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** A token and its end. */
    record Issued(String value, Instant issuedAt, Instant expiresAt, JWTClaimsSet claims) {}

    Issued issue(Caller caller) {
        return issue(caller, null);
    }

    /** @param fhirUser address of the Practitioner who uses an app that may know it (SMART App Launch 2.2, fhirUser) */
    Issued issue(Caller caller, @Nullable String fhirUser) {
        Instant now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(addresses.issuer())
                .audience(addresses.fhir())
                .subject(caller.name())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .claim("client_id", caller.client())
                .claim(
                        "scope",
                        String.join(" ", caller.scopes().stream().sorted().toList()))
                .claim("kind", caller.kind().name())
                .claim("user", caller.user())
                .claim("partner", caller.partner())
                .claim("roles", roles(caller))
                .claim("purpose", caller.purpose().code())
                .claim("patient", caller.patient())
                .claim("fhirUser", fhirUser)
                .build();
        return new Issued(signed(claims, TYPE), now, now.plus(LIFE), claims);
    }

    /** Tells an app who uses it (OpenID Connect Core 1.0, 2). It opens nothing here: neither its type nor its audience is ours. */
    Issued identify(Caller caller, @Nullable String fhirUser, @Nullable String nonce) {
        Instant now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(addresses.issuer())
                .audience(caller.client())
                .subject(caller.name())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .claim("nonce", nonce)
                .claim("fhirUser", fhirUser)
                .build();
        return new Issued(signed(claims, JOSEObjectType.JWT), now, now.plus(LIFE), claims);
    }

    private static List<String> roles(Caller caller) {
        return caller.roles().stream().map(Role::code).sorted().toList();
    }

    private String signed(JWTClaimsSet claims, JOSEObjectType type) {
        RSAKey key = keys.current();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(type)
                        .keyID(key.getKeyID())
                        .build(),
                claims);
        try {
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform signs with RSA", e);
        }
    }
}
