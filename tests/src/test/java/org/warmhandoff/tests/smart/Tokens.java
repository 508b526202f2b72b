package org.warmhandoff.tests.smart;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tokens of one server's clients, each kept until shortly before its end; a restart of the server leaves them good. */
public final class Tokens {

    private static final Duration EARLY = Duration.ofSeconds(30);

    private final TokenEndpoint endpoint;
    private final Map<String, Token> kept = new ConcurrentHashMap<>();

    public Tokens(TokenEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** A server that is down or busy gives none. */
    public static final class NoToken extends RuntimeException {

        private static final long serialVersionUID = 1;

        NoToken(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The value of a token that is good for a while. */
    public String of(SmartClient client) {
        return kept.compute(client.id() + " " + client.scope(), (key, token) -> {
                    return token != null && Instant.now().isBefore(token.end()) ? token : fresh(client);
                })
                .value();
    }

    private Token fresh(SmartClient client) {
        JsonNode answer = answer(client);
        long seconds = answer.path("expires_in").asLong();
        return new Token(
                answer.path("access_token").asText(),
                Instant.now().plusSeconds(seconds).minus(EARLY));
    }

    private JsonNode answer(SmartClient client) {
        try {
            return TokenEndpoint.expect(endpoint.ask(client));
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new NoToken("No token for " + client.id() + ": " + e.getMessage(), e);
        }
    }

    private record Token(String value, Instant end) {}
}
