package org.warmhandoff.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.warmhandoff.server.TestServer;
import org.warmhandoff.server.desk.DeskClient;

/** Systems prove who they are with assertions (SMART Backend Services), and what they get is good for what it says. */
class BackendServicesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JWK EC = ec("ec-1");
    private static final JWK RSA = rsa("rsa-1");

    private final TestServer server = TestServer.shared();
    private final DeskClient desk = new DeskClient();
    private final String endpoint = tree(desk.send("GET", "/.well-known/smart-configuration", null)
                    .body())
            .path("token_endpoint")
            .asText();
    private final String client = "lab-" + UUID.randomUUID();

    private HttpResponse<String> add(String id, String jwks, String scopes, String partner) {
        return desk.send(
                "POST",
                "/admin/clients",
                "{\"id\":\"" + id + "\",\"jwks\":" + jwks + ",\"scopes\":\"" + scopes + "\",\"partner\":" + partner
                        + "}");
    }

    private void added() {
        String jwks = new JWKSet(List.of(EC, RSA)).toString(true);
        assertThat(add(client, jwks, "system/Task.rs system/Patient.r", "\"acme-health\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void both_algorithms_and_both_audiences_convince() {
        added();
        assertThat(ask(EC, JWSAlgorithm.ES384, claims -> claims).statusCode()).isEqualTo(200);
        assertThat(ask(RSA, JWSAlgorithm.RS384, claims -> claims).statusCode()).isEqualTo(200);
        String issuer = endpoint.replace("/oauth2/token", "");
        assertThat(ask(EC, JWSAlgorithm.ES384, claims -> claims.audience(issuer))
                        .statusCode())
                .isEqualTo(200);
        assertThat(ask(RSA, JWSAlgorithm.RS256, claims -> claims).statusCode()).isEqualTo(401);
        assertThat(ask(RSA, JWSAlgorithm.PS384, claims -> claims).statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_says_whose_client_it_is_and_what_for() {
        added();
        JsonNode answer = tree(ask(EC, JWSAlgorithm.ES384, claims -> claims).body());

        assertThat(answer.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(answer.path("expires_in").asInt()).isBetween(290, 300);
        assertThat(SmartScope.split(answer.path("scope").asText()))
                .containsExactlyInAnyOrder("system/Task.rs", "system/Patient.r");
        JsonNode claims = introspected(answer.path("access_token").asText());
        assertThat(claims.path("active").asBoolean()).isTrue();
        assertThat(claims.path("client_id").asText()).isEqualTo(client);
        assertThat(claims.path("partner").asText()).isEqualTo("acme-health");
        assertThat(claims.path("purpose").asText()).isEqualTo("HPAYMT");
        assertThat(introspected("made.up.token").path("active").asBoolean(true)).isFalse();
    }

    @Test
    void an_assertion_convinces_once_and_for_five_minutes_at_most() {
        added();
        String assertion = assertion(EC, JWSAlgorithm.ES384, claims -> claims);
        assertThat(post(assertion, "").statusCode()).isEqualTo(200);
        assertThat(post(assertion, "").body()).isEqualTo("{\"error\":\"invalid_client\"}");

        Instant now = Instant.now();
        assertThat(ask(EC, JWSAlgorithm.ES384, claims -> claims.expirationTime(Date.from(now.plusSeconds(290))))
                        .statusCode())
                .isEqualTo(200);
        assertThat(ask(EC, JWSAlgorithm.ES384, claims -> claims.expirationTime(Date.from(now.plusSeconds(400))))
                        .statusCode())
                .isEqualTo(401);
        assertThat(ask(EC, JWSAlgorithm.ES384, claims -> claims.expirationTime(Date.from(now.minusSeconds(60))))
                        .statusCode())
                .isEqualTo(401);
        assertThat(ask(EC, JWSAlgorithm.ES384, claims -> claims.jwtID(null)).statusCode())
                .isEqualTo(401);
    }

    @Test
    void scopes_are_what_was_asked_for_and_never_more_than_registered() {
        added();
        String some = assertion(EC, JWSAlgorithm.ES384, claims -> claims);
        assertThat(tree(post(some, "&scope=system%2FTask.r").body())
                        .path("scope")
                        .asText())
                .isEqualTo("system/Task.r");
        String more = assertion(EC, JWSAlgorithm.ES384, claims -> claims);
        assertThat(post(more, "&scope=system%2FTask.u").body()).isEqualTo("{\"error\":\"invalid_scope\"}");
    }

    @Test
    void a_revoked_client_has_no_good_token_any_more() {
        added();
        String token = tree(ask(EC, JWSAlgorithm.ES384, claims -> claims).body())
                .path("access_token")
                .asText();
        assertThat(server.get("Task?_count=1", "Authorization", "Bearer " + token)
                        .statusCode())
                .isNotEqualTo(401);

        assertThat(desk.send("DELETE", "/admin/clients/" + client, null).statusCode())
                .isEqualTo(200);

        assertThat(server.get("Task?_count=1", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(401);
        assertThat(ask(EC, JWSAlgorithm.ES384, claims -> claims).statusCode()).isEqualTo(401);
        assertThat(add(client, new JWKSet(EC).toString(true), "system/Task.rs", "null")
                        .statusCode())
                .as("an id is never somebody else's")
                .isEqualTo(409);
    }

    @Test
    void a_partners_client_is_not_let_to_the_desk() {
        added();
        String token = tree(ask(EC, JWSAlgorithm.ES384, claims -> claims).body())
                .path("access_token")
                .asText();
        HttpResponse<String> answer = server.get(
                server.fhirBase().replaceFirst("/fhir$", "/admin/clients"), "Authorization", "Bearer " + token);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("OperationOutcome", "forbidden");
    }

    @Test
    void a_client_that_is_written_wrongly_is_refused_with_the_reason() {
        String good = new JWKSet(EC).toString(true);
        assertThat(add("../x", good, "system/Task.rs", "null").body()).contains("id: must be");
        assertThat(add("x", new JWKSet(EC).toString(false), "system/Task.rs", "null")
                        .body())
                .contains("private key")
                .doesNotContain(EC.toECKey().getD().toString());
        assertThat(add("x", "{\"keys\":[]}", "system/Task.rs", "null").body()).contains("1 to 20 keys");
        assertThat(add("x", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\",\"kid\":\"a\"}]}", "system/Task.rs", "null")
                        .statusCode())
                .isEqualTo(400);
        assertThat(add("x", "\"http://169.254.169.254/keys\"", "system/Task.rs", "null")
                        .body())
                .contains("jwks:");
        assertThat(add("x", "\"https://127.0.0.1/keys\"", "system/Task.rs", "null")
                        .body())
                .contains("jwks:");
        assertThat(add("x", "\"file:/etc/passwd\"", "system/Task.rs", "null").statusCode())
                .isEqualTo(400);
        assertThat(add("x", good, "user/Task.rs", "null").body()).contains("scopes:");
        assertThat(add("x", good, "system/Task.rs", "\"nobody\"").body()).contains("partner:");
        assertThat(add("staff", good, "system/Task.rs", "null").statusCode()).isEqualTo(409);
        assertThat(desk.send("DELETE", "/admin/clients/staff", null).statusCode())
                .isEqualTo(409);
    }

    private JsonNode introspected(String token) {
        String form = "&token=" + token;
        return tree(send("/oauth2/introspect", assertion(EC, JWSAlgorithm.ES384, claims -> claims), form)
                .body());
    }

    private HttpResponse<String> ask(JWK key, JWSAlgorithm algorithm, UnaryOperator<JWTClaimsSet.Builder> change) {
        return post(assertion(key, algorithm, change), "");
    }

    private HttpResponse<String> post(String assertion, String more) {
        return send("/oauth2/token", assertion, "&grant_type=client_credentials" + more);
    }

    private HttpResponse<String> send(String path, String assertion, String more) {
        String type =
                URLEncoder.encode("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", StandardCharsets.UTF_8);
        String form = "client_assertion_type=" + type + "&client_assertion=" + assertion + more;
        return server.upload(
                path, form.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/x-www-form-urlencoded");
    }

    private String assertion(JWK key, JWSAlgorithm algorithm, UnaryOperator<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(client)
                .subject(client)
                .audience(endpoint)
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(Instant.now().plusSeconds(120)));
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(),
                change.apply(claims).build());
        try {
            jwt.sign(new DefaultJWSSignerFactory().createJWSSigner(key, algorithm));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    private static JWK ec(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_384).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWK rsa(String kid) {
        try {
            return new RSAKeyGenerator(2048).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
