package org.warmhandoff.tests.smart;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** A client with a key of its own, and the scopes that it asks for. */
public record SmartClient(String id, JWK key, String scope) {

    private static final Duration ASSERTED_FOR = Duration.ofMinutes(2);

    public SmartClient asking(String otherScope) {
        return new SmartClient(id, key, otherScope);
    }

    public SmartClient signingWith(JWK otherKey) {
        return new SmartClient(id, otherKey, scope);
    }

    /** What says who it is, once: RFC 7523 with the claims that SMART wants. */
    public String assertion(String audience) {
        return signed(claims(audience).build());
    }

    public JWTClaimsSet.Builder claims(String audience) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(id)
                .subject(id)
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(ASSERTED_FOR)))
                .jwtID(UUID.randomUUID().toString());
    }

    public String signed(JWTClaimsSet claims) {
        return signed(
                new JWSHeader.Builder(algorithm())
                        .type(JOSEObjectType.JWT)
                        .keyID(key.getKeyID())
                        .build(),
                claims);
    }

    public String signed(JWSHeader header, JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(header, claims);
            jwt.sign(new DefaultJWSSignerFactory().createJWSSigner(key, header.getAlgorithm()));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWSAlgorithm algorithm() {
        return key.getKeyType().equals(KeyType.RSA) ? JWSAlgorithm.RS384 : JWSAlgorithm.ES384;
    }
}
