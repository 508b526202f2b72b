package org.warmhandoff.server.identity.token;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.identity.client.Client;
import org.warmhandoff.server.identity.client.ClientDirectory;
import org.warmhandoff.server.identity.client.ClientKeys;

/** Says whether an assertion convinces us, once. Why it does not is nobody's business but ours. */
@Component
class AssertionDecoders implements JwtDecoderFactory<RegisteredClient> {

    private final ClientDirectory clients;
    private final ClientKeys keys;
    private final UsedAssertions used;
    private final Set<String> audiences;
    private final Clock clock;

    AssertionDecoders(ClientDirectory clients, ClientKeys keys, UsedAssertions used, Addresses addresses, Clock clock) {
        this.clients = clients;
        this.keys = keys;
        this.used = used;
        this.audiences = Set.of(addresses.tokenEndpoint(), addresses.issuer(), addresses.issuer() + "/");
        this.clock = clock;
    }

    @Override
    public JwtDecoder createDecoder(RegisteredClient registered) {
        return text -> decode(registered.getClientId(), text);
    }

    private Jwt decode(String id, String text) {
        Assertion assertion = Assertion.read(text).orElseThrow(AssertionDecoders::refused);
        Client client = clients.find(id).orElseThrow(AssertionDecoders::refused);
        boolean good = assertion.client().equals(Optional.of(id))
                && assertion.holds(audiences, clock.instant())
                && assertion
                        .kid()
                        .flatMap(kid -> keys.find(client, kid))
                        .filter(assertion::signedWith)
                        .isPresent();
        JWTClaimsSet claims = assertion.claims();
        if (!good || !used.use(id, claims.getJWTID(), claims.getExpirationTime().toInstant())) {
            throw refused();
        }
        return new Jwt(
                Objects.requireNonNull(text),
                Instant.EPOCH,
                claims.getExpirationTime().toInstant(),
                Map.of("alg", assertion.jwt().getHeader().getAlgorithm().getName()),
                Map.of("sub", id));
    }

    private static BadJwtException refused() {
        return new BadJwtException("refused");
    }
}
