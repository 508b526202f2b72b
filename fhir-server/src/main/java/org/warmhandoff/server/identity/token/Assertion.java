package org.warmhandoff.server.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a client says to prove who it is (SMART App Launch 2.2, asymmetric client authentication; RFC 7523). Pure. */
record Assertion(SignedJWT jwt, JWTClaimsSet claims) {

    private static final int LONGEST = 8_000;
    private static final int LONGEST_ID = 256;
    private static final int SHORTEST_RSA = 2048;
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);
    /** How far clocks may be apart. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    /** Empty for what is no signed JWT with claims. */
    static Optional<Assertion> read(@Nullable String text) {
        if (text == null || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            SignedJWT jwt = SignedJWT.parse(text);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            return claims == null ? Optional.empty() : Optional.of(new Assertion(jwt, claims));
        } catch (ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whose it claims to be; empty when it claims nothing of use. */
    Optional<String> client() {
        String subject = claims.getSubject();
        return subject != null && subject.equals(claims.getIssuer()) && subject.length() <= LONGEST_ID
                ? Optional.of(subject)
                : Optional.empty();
    }

    Optional<String> kid() {
        return Optional.ofNullable(jwt.getHeader().getKeyID());
    }

    /** Whether the key made it, with one of the two algorithms of SMART and no other. */
    boolean signedWith(JWK key) {
        JWSAlgorithm algorithm = jwt.getHeader().getAlgorithm();
        try {
            if (algorithm.equals(JWSAlgorithm.RS384) && key instanceof RSAKey rsa && rsa.size() >= SHORTEST_RSA) {
                return verified(new RSASSAVerifier(rsa.toRSAPublicKey()));
            } else if (algorithm.equals(JWSAlgorithm.ES384)
                    && key instanceof ECKey ec
                    && ec.getCurve().equals(Curve.P_384)) {
                return verified(new ECDSAVerifier(ec.toECPublicKey()));
            }
            return false;
        } catch (JOSEException | IllegalStateException e) {
            return false;
        }
    }

    private boolean verified(JWSVerifier verifier) throws JOSEException {
        return jwt.verify(verifier);
    }

    /** Whether it is for one of these audiences, now. */
    boolean holds(Collection<String> audiences, Instant now) {
        return claims.getAudience().stream().anyMatch(audiences::contains) && inTime(now) && idFits();
    }

    private boolean inTime(Instant now) {
        Date expires = claims.getExpirationTime();
        Date notBefore = claims.getNotBeforeTime();
        Date issued = claims.getIssueTime();
        return expires != null
                && expires.toInstant().plus(SKEW).isAfter(now)
                && expires.toInstant().isBefore(now.plus(LONGEST_LIFE).plus(SKEW))
                && (notBefore == null || notBefore.toInstant().isBefore(now.plus(SKEW)))
                && (issued == null || issued.toInstant().isBefore(now.plus(SKEW)));
    }

    private boolean idFits() {
        String id = claims.getJWTID();
        return id != null && !id.isBlank() && id.length() <= LONGEST_ID;
    }
}
