package org.warmhandoff.server.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.client.Client;
import org.warmhandoff.server.identity.client.ClientDirectory;
import org.warmhandoff.server.identity.client.ClientKeys;
import org.warmhandoff.server.identity.client.KeySource;

/**
 * Verifies tokens of an issuer elsewhere. It says who calls; whose client that is, for what purpose and with which scopes
 * at most stands here. Tokens of our own are good for staff alone.
 */
final class ForeignTokens implements TokenVerifier {

    private static final Map<String, Set<JWSAlgorithm>> ALGORITHMS = Map.of(
            "RSA", Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.PS256, JWSAlgorithm.PS384),
            "EC", Set.of(JWSAlgorithm.ES256, JWSAlgorithm.ES384));
    /** An id token is no access token (RFC 8725, 3.11). */
    private static final Set<String> TYPES = Set.of("at+jwt", "application/at+jwt", "JWT");

    private final OwnTokens own;
    private final IssuerProperties properties;
    private final ClientDirectory clients;
    private final ClientKeys keys;
    private final KeySource source;
    private final String audience;
    private final Clock clock;
    private final VerifiedTokens verified = new VerifiedTokens();

    ForeignTokens(
            OwnTokens own,
            IssuerProperties properties,
            Addresses addresses,
            ClientDirectory clients,
            ClientKeys keys,
            Clock clock) {
        this.own = own;
        this.properties = properties;
        this.clients = clients;
        this.keys = keys;
        this.source = KeySource.of(String.valueOf(properties.jwks()), true);
        this.audience = properties.audience() == null ? addresses.fhir() : properties.audience();
        this.clock = clock;
    }

    @Override
    public Optional<Caller> caller(String token) {
        Instant now = clock.instant();
        return verified.find(token, now)
                .or(() -> verify(token, now))
                .filter(caller -> clients.find(caller.client()).isPresent())
                .or(() -> own.caller(token).filter(caller -> caller.client().equals(Client.STAFF)));
    }

    private Optional<Caller> verify(String token, Instant now) {
        if (token.length() > VerifiedTokens.LONGEST) {
            return Optional.empty();
        }
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            if (claims == null || !forUs(claims, now) || !signed(jwt)) {
                return Optional.empty();
            }
            Optional<Caller> caller = new ForeignClaims(properties.claims(), clients).caller(claims);
            caller.ifPresent(known ->
                    verified.keep(token, known, claims.getExpirationTime().toInstant()));
            return caller;
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private boolean forUs(JWTClaimsSet claims, Instant now) {
        return String.valueOf(properties.issuer()).equals(claims.getIssuer())
                && claims.getAudience().contains(audience)
                && claims.getExpirationTime() != null
                && claims.getExpirationTime().toInstant().isAfter(now)
                && (claims.getNotBeforeTime() == null
                        || !claims.getNotBeforeTime().toInstant().isAfter(now));
    }

    private boolean signed(SignedJWT jwt) throws JOSEException {
        String kid = jwt.getHeader().getKeyID();
        JOSEObjectType type = jwt.getHeader().getType();
        Optional<JWK> key = kid == null ? Optional.empty() : keys.find(source, "the issuer", kid);
        if (key.isEmpty() || (type != null && !TYPES.contains(type.getType()))) {
            return false;
        }
        return ALGORITHMS
                        .getOrDefault(key.get().getKeyType().getValue(), Set.of())
                        .contains(jwt.getHeader().getAlgorithm())
                && key.get() instanceof AsymmetricJWK asymmetric
                && jwt.verify(
                        new DefaultJWSVerifierFactory().createJWSVerifier(jwt.getHeader(), asymmetric.toPublicKey()));
    }
}
