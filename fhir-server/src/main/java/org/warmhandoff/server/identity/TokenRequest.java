package org.warmhandoff.server.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks a running server for a token, for a client whose private key lies in a data directory (SMART Backend Services).
 *
 * @param url where the server is reached, which it may itself call otherwise
 */
public record TokenRequest(String url, Path dataDirectory, Clock clock) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration GOOD_FOR = Duration.ofMinutes(2);
    private static final JsonMapper JSON = new JsonMapper();

    /** It gave none; the message is for the person at the keyboard. */
    public static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final int exitCode;

        Refused(String message) {
            this(1, message);
        }

        Refused(int exitCode, String message) {
            super(message);
            this.exitCode = exitCode;
        }

        /** 1 failed, 2 wrong use. */
        public int exitCode() {
            return exitCode;
        }
    }

    /** @param expiresAt by our clock */
    public record Token(String value, Instant expiresAt) {}

    /** @param scope null for all that the client is registered for */
    public Token token(String client, @Nullable String scope) {
        JWK key = key(client);
        HttpClient http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        String base = url.replaceAll("/+$", "");
        JsonNode said =
                json(send(http, HttpRequest.newBuilder(address(base + "/.well-known/smart-configuration"))), client);
        // Beside an issuer elsewhere the server gives tokens to its own staff only.
        String endpoint = said.path("staff_token_endpoint")
                .asText(said.path("token_endpoint").asText());
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.put("client_assertion", assertion(client, key, endpoint));
        if (scope != null) {
            form.put("scope", scope);
        }
        HttpRequest.Builder ask = HttpRequest.newBuilder(
                        address(base + String.valueOf(address(endpoint).getRawPath())))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)));
        Instant now = clock.instant();
        JsonNode answer = json(send(http, ask), client);
        return new Token(
                answer.path("access_token").asText(),
                now.plusSeconds(answer.path("expires_in").asLong()));
    }

    private JWK key(String client) {
        try {
            return PrivateKeys.of(client, dataDirectory)
                    .orElseThrow(() -> new Refused("There is no private key " + client + ".jwk.json in "
                            + dataDirectory.resolve("keys") + ". Is --warmhandoff.data-dir the server's?"));
        } catch (IOException e) {
            throw new Refused("The private key of " + client + " in " + dataDirectory.resolve("keys")
                    + " cannot be read (" + e.getClass().getSimpleName() + ").");
        }
    }

    private String assertion(String client, JWK key, String audience) {
        Instant now = clock.instant();
        JWSAlgorithm algorithm = key.getKeyType().equals(KeyType.RSA) ? JWSAlgorithm.RS384 : JWSAlgorithm.ES384;
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(algorithm)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.getKeyID())
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer(client)
                        .subject(client)
                        .audience(audience)
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(GOOD_FOR)))
                        .build());
        try {
            jwt.sign(new DefaultJWSSignerFactory().createJWSSigner(key, algorithm));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new Refused("The private key of " + client + " signs neither RS384 nor ES384.");
        }
    }

    private HttpResponse<byte[]> send(HttpClient http, HttpRequest.Builder request) {
        try {
            return http.send(
                    request.timeout(PATIENCE)
                            .header("Accept", "application/json")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new Refused("No server answers at " + url + " ("
                    + e.getClass().getSimpleName() + "). Start it, or name it with --url.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("Interrupted");
        }
    }

    private static JsonNode json(HttpResponse<byte[]> response, String client) {
        try {
            JsonNode answer = JSON.readTree(response.body());
            if (response.statusCode() == 200) {
                return answer;
            }
            throw new Refused("The server gives " + client + " no token: "
                    + answer.path("error")
                            .asText("HTTP " + response.statusCode())
                            .replaceAll("[^a-z_A-Z0-9 ]", "?"));
        } catch (IOException e) {
            throw new Refused("The answer is not JSON: is that a Warm Handoff server?");
        }
    }

    private static URI address(String text) {
        try {
            URI address = URI.create(text);
            if (address.getHost() == null || !address.getScheme().matches("https?")) {
                throw new IllegalArgumentException("no http address");
            }
            return address;
        } catch (IllegalArgumentException e) {
            throw new Refused(2, "\"" + text + "\" is no http address");
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
