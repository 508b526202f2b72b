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
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.Role;
import org.warmhandoff.server.identity.UserLogin;
import org.warmhandoff.server.identity.client.ClientDirectory;

/**
 * Verifies tokens of this server. A client that was revoked or a user who was shut out is refused at once, however long the
 * token would last, and so is a role that was taken away.
 */
@Component
class OwnTokens implements TokenVerifier {

    private final SigningKeys keys;
    private final ClientDirectory clients;
    private final Addresses addresses;
    private final Clock clock;
    private final ObjectProvider<UserLogin> login;
    private final VerifiedTokens verified = new VerifiedTokens();

    OwnTokens(
            SigningKeys keys,
            ClientDirectory clients,
            Addresses addresses,
            Clock clock,
            ObjectProvider<UserLogin> login) {
        this.keys = keys;
        this.clients = clients;
        this.addresses = addresses;
        this.clock = clock;
        this.login = login;
    }

    @Override
    public Optional<Caller> caller(String token) {
        Instant now = clock.instant();
        return verified.find(token, now)
                .or(() -> verify(token, now))
                .filter(caller -> clients.find(caller.client()).isPresent())
                .flatMap(this::asOfNow);
    }

    private Optional<Caller> asOfNow(Caller caller) {
        UserLogin people = login.getIfAvailable();
        String user = caller.user();
        if (caller.kind() != Caller.Kind.USER || user == null || people == null) {
            return Optional.of(caller);
        }
        return people.roles(user).map(roles -> {
            Set<Role> left = new HashSet<>(caller.roles());
            left.retainAll(roles);
            return new Caller(
                    caller.kind(),
                    caller.client(),
                    user,
                    caller.partner(),
                    left,
                    caller.scopes(),
                    caller.purpose(),
                    caller.patient());
        });
    }

    private Optional<Caller> verify(String token, Instant now) {
        return claims(token, now).flatMap(claims -> accepted(token, claims));
    }

    /** What a token says that is good now. */
    Optional<Described> describe(String token) {
        return claims(token, clock.instant())
                .map(claims -> new Described(token, claims, String.valueOf(claims.getClaim("client_id"))));
    }

    /** Empty unless we signed it as an access token for ourselves, and it has not ended. */
    private Optional<JWTClaimsSet> claims(String token, Instant now) {
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
            return Optional.of(jwt.getJWTClaimsSet()).filter(claims -> forUs(claims, now));
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private boolean forUs(JWTClaimsSet claims, Instant now) {
        return addresses.issuer().equals(claims.getIssuer())
                && claims.getAudience().contains(addresses.fhir())
                && claims.getExpirationTime() != null
                && claims.getExpirationTime().toInstant().isAfter(now);
    }

    private Optional<Caller> accepted(String token, JWTClaimsSet claims) {
        try {
            Caller caller = CallerReader.caller(claims);
            verified.keep(token, caller, claims.getExpirationTime().toInstant());
            return Optional.of(caller);
        } catch (ParseException e) {
            return Optional.empty();
        }
    }
}
