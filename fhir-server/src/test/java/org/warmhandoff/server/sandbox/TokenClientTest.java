package org.warmhandoff.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.warmhandoff.server.work.SettableClock;

class TokenClientTest {

    private static final String DISCOVERY = "GET .well-known/smart-configuration";
    private static final String ASKED = "POST /oauth2/token";

    private final SettableClock clock = new SettableClock();

    @TempDir
    private Path folder;

    private FakeHub hub;
    private FhirWire wire;

    @BeforeEach
    void open() throws Exception {
        hub = new FakeHub()
                .on(DISCOVERY, 200, "{\"token_endpoint\":\"https://hub.example/oauth2/token\"}")
                .on("GET Task/1", 200, "{}");
        ClientKeys keys = new ClientKeys(folder);
        keys.prepare("harbor");
        FhirWire stranger = new FhirWire(hub.base());
        wire = stranger.as(
                new TokenClient(stranger, "harbor-fhir", () -> keys.read("harbor"), "system/Task.rs", clock));
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void asks_with_an_assertion_that_the_published_key_verifies() throws Exception {
        hub.on(ASKED, 200, token("abc"));

        wire.get("Task/1", soon()).expect(200);

        Map<String, String> form = form(hub.heard(ASKED).body());
        SignedJWT assertion = SignedJWT.parse(form.get("client_assertion"));
        JWKSet published = JWKSet.load(folder.resolve("harbor.jwks.json").toFile());
        assertThat(assertion.verify(new ECDSAVerifier(published
                        .getKeyByKeyId(assertion.getHeader().getKeyID())
                        .toECKey())))
                .isTrue();
        assertThat(assertion.getJWTClaimsSet().getAudience()).containsExactly("https://hub.example/oauth2/token");
        assertThat(assertion.getJWTClaimsSet().getIssuer()).isEqualTo("harbor-fhir");
        assertThat(form).containsEntry("grant_type", "client_credentials").containsEntry("scope", "system/Task.rs");
        assertThat(hub.heard("GET Task/1").headers().getFirst("Authorization")).isEqualTo("Bearer abc");
    }

    @Test
    void keeps_a_token_until_shortly_before_its_end() throws Exception {
        hub.on(ASKED, 200, token("first")).on(ASKED, 200, token("second"));

        assertThat(wire.token(soon()).value()).isEqualTo("first");
        clock.tick(Duration.ofSeconds(269));
        assertThat(wire.token(soon()).value()).isEqualTo("first");
        clock.tick(Duration.ofSeconds(2));
        assertThat(wire.token(soon()).value()).isEqualTo("second");
    }

    @Test
    void a_refusal_is_told_without_the_assertion() {
        hub.on(ASKED, 401, "{\"error\":\"invalid_client\"}");

        assertThatThrownBy(() -> wire.get("Task/1", soon()))
                .hasMessage("expected HTTP 200 to POST /oauth2/token; seen HTTP 401 {\"error\":\"invalid_client\"}");
    }

    @Test
    void the_private_key_stays_with_its_owner_and_is_not_published() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("harbor.jwk.json"))))
                .isEqualTo("rw-------");
        assertThat(JWKSet.load(folder.resolve("harbor.jwks.json").toFile()).getKeys())
                .hasSize(1)
                .noneMatch(key -> key.isPrivate());
    }

    private static String token(String value) {
        return "{\"access_token\":\"" + value + "\",\"token_type\":\"Bearer\",\"expires_in\":300}";
    }

    private static Map<String, String> form(String body) {
        return Stream.of(body.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(5));
    }
}
