package org.warmhandoff.server.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.client.ClientDirectory;

/** Verifies tokens of this server. A client that was revoked is refused at once, however long its token would last. */
@Component
class OwnTokens implements TokenVerifier {

    private final SigningKeys keys;
    private final ClientDirectory clients;
    private final Addresses addresses;
    private final Clock clock;
    private final VerifiedTokens verified = new VerifiedTokens();

    OwnTokens(SigningKeys keys, ClientDirectory clients, Addresses addresses, Clock clock) {
        this.keys = keys;
        this.clients = clients;
        this.addresses = addresses;
        this.clock = clock;
    }

    @Override
    public Optional<Caller> caller(String token) {
        Instant now = clock.instant();
        return verified.find(token, now)
                .or(() -> verify(token, now))
                .filter(caller -> clients.find(caller.client()).isPresent());
    }

    private Optional<Caller> verify(String token, Instant now) {
        if (token.length() > VerifiedTokens.LONGEST) {
            return Optional.empty();
        }
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            if (!jwt.getHeader().getAlgorithm().equals(JWSAlgorithm.RS256)
                    || !AccessTokens.TYPE.equals(jwt.getHeader().getType())
                    || jwt.getHeader().getKeyID() == null) {
                return Optional.empty();
            }
            Optional<RSAKey> key = keys.byId(jwt.getHeader().getKeyID());
            if (key.isEmpty() || !jwt.verify(new RSASSAVerifier(key.get().toRSAPublicKey()))) {
                return Optional.empty();
            }
            return accepted(token, jwt.getJWTClaimsSet(), now);
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private Optional<Caller> accepted(String token, JWTClaimsSet claims, Instant now) throws ParseException {
        boolean good = addresses.issuer().equals(claims.getIssuer())
                && claims.getAudience().contains(addresses.fhir())
                && claims.getExpirationTime() != null
                && claims.getExpirationTime().toInstant().isAfter(now);
        if (!good) {
            return Optional.empty();
        }
        Caller caller = CallerReader.caller(claims);
        verified.keep(token, caller, claims.getExpirationTime().toInstant());
        return Optional.of(caller);
    }
}
