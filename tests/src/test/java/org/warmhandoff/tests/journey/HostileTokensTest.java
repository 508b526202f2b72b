package org.warmhandoff.tests.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.tests.harness.HostileServer;
import org.warmhandoff.tests.harness.RunningServer;
import org.warmhandoff.tests.smart.Forgery;
import org.warmhandoff.tests.smart.TokenEndpoint;

/** A bearer token that the server did not make opens nothing, and no door is open without one. */
class HostileTokensTest {

    private final RunningServer server = HostileServer.shared();
    private final TokenEndpoint endpoint = server.tokenEndpoint();

    @Test
    void a_token_that_the_server_did_not_make_opens_nothing() {
        String good = server.token("northgate");
        JWTClaimsSet staff = new JWTClaimsSet.Builder()
                .issuer(endpoint.name().replace("/oauth2/token", ""))
                .subject("staff")
                .audience("staff")
                .claim("scope", List.of("system/*.cruds"))
                .expirationTime(at(Instant.now().plusSeconds(300)))
                .build();
        Map<String, String> forged = new TreeMap<>(Map.of(
                "made up", "abc",
                "very long", "a".repeat(6000),
                "alg none", Forgery.unsigned("none", staff),
                "signed by a client", server.staffClient().signed(staff),
                "an assertion", server.staffClient().assertion(endpoint.name()),
                "half of one", good.substring(0, good.length() / 2)));
        if (good.chars().filter(c -> c == '.').count() == 2) {
            forged.put("altered", Forgery.altered(good, Map.of("sub", "staff")));
            forged.put("signed with the public key", Forgery.bySecret(jwks().getBytes(UTF_8), "any", staff));
        }

        List<String> answers = forged.entrySet().stream()
                .map(token -> {
                    var answer = server.fhir().bearing(token.getValue()).get("Task?_count=1");
                    assertThat(answer.status()).as(token.getKey()).isEqualTo(401);
                    return answer.body() + answer.header("WWW-Authenticate");
                })
                .distinct()
                .toList();

        assertThat(answers).hasSize(1);
    }

    @Test
    void a_token_is_taken_from_one_place_only() {
        String token = server.staffToken();

        assertThat(server.fhir().asNobody().get("Task?_count=1").status()).isEqualTo(401);
        assertThat(server.fhir()
                        .asNobody()
                        .get("Task?_count=1&access_token=" + token)
                        .status())
                .isEqualTo(401);
        assertThat(server.fhir()
                        .asNobody()
                        .get("Task?_count=1", "Cookie", "access_token=" + token)
                        .status())
                .isEqualTo(401);
        assertThat(server.fhir()
                        .asNobody()
                        .get("Task?_count=1", "Authorization", "Basic " + token)
                        .status())
                .isEqualTo(401);
        assertThat(server.fhir().get("Task?_count=1").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fhir/Task", "fhir", "fhir/$process-message", "admin/messages", "admin/partners", "ccda"})
    void nobody_reaches_nothing(String path) {
        for (String method : List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD")) {
            assertThat(server.http().asNobody().send(method, path, "").status())
                    .as(method + " " + path)
                    .isIn(401, 403);
        }
    }

    @Test
    void many_of_them_and_long_ones_cost_little() {
        assertThat(server.fhir().bearing("e".repeat(100_000)).get("Task").status())
                .isIn(400, 401, 431);
        long start = System.nanoTime();
        for (int i = 0; i < 300; i++) {
            assertThat(server.fhir().bearing("wrong" + i).get("Task").status()).isIn(401, 429);
        }
        assertThat((System.nanoTime() - start) / 1_000_000_000).as("seconds").isLessThan(20);
        assertThat(server.fhir().get("Task?_count=1").status()).isEqualTo(200);
    }

    private String jwks() {
        String address = server.http().get(".well-known/smart-configuration").body();
        return server.http()
                .get(URI.create(json(address).path("jwks_uri").asText())
                        .getPath()
                        .substring(1))
                .body();
    }

    private static Date at(Instant instant) {
        return Date.from(instant);
    }

    private static JsonNode json(String body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (IOException e) {
            throw new IllegalStateException(body, e);
        }
    }
}
