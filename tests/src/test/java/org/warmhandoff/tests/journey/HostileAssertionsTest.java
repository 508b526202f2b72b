package org.warmhandoff.tests.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.warmhandoff.tests.harness.HostileServer;
import org.warmhandoff.tests.harness.RunningServer;
import org.warmhandoff.tests.smart.Forgery;
import org.warmhandoff.tests.smart.PartnerClients;
import org.warmhandoff.tests.smart.SmartClient;
import org.warmhandoff.tests.smart.TokenEndpoint;

/** Who lies about who it is gets no token, and no word on which lie was found out. */
class HostileAssertionsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunningServer server = HostileServer.shared();
    private final TokenEndpoint endpoint = server.tokenEndpoint();
    private final SmartClient northgate = server.client("northgate");

    @AfterEach
    void an_honest_client_is_served_and_no_log_holds_a_secret() {
        assertThat(endpoint.ask(northgate).statusCode()).isEqualTo(200);
        assertThat(server.process().isAlive()).isTrue();
        assertThat(server.output())
                .doesNotContain(
                        "eyJ",
                        "BEGIN PRIVATE",
                        server.staffClient().key().toECKey().getD().toString())
                .doesNotContain("\tat com.nimbusds", "\tat org.springframework.security");
    }

    @Test
    void whatever_is_wrong_with_an_assertion_the_answer_is_the_same() {
        Map<String, String> lies = new TreeMap<>();
        lies.putAll(wrongSignatures());
        lies.putAll(wrongKeys());
        lies.putAll(wrongClaims());
        lies.putAll(wrongShapes());

        List<String> answers = lies.entrySet().stream()
                .map(lie -> {
                    HttpResponse<String> answer = endpoint.ask(lie.getValue(), northgate.scope());
                    assertThat(answer.statusCode()).as(lie.getKey()).isEqualTo(401);
                    return fingerprint(answer);
                })
                .distinct()
                .toList();

        assertThat(answers).hasSize(1);
        assertThat(answers.get(0)).contains("invalid_client").doesNotContain("error_description\":\"Client");
    }

    private Map<String, String> wrongSignatures() {
        JWTClaimsSet claims = claims();
        JWK own = northgate.key();
        JWK published = own.toPublicJWK();
        String signed = northgate.signed(claims());
        return Map.of(
                "alg none", Forgery.unsigned("none", claims),
                "alg nOnE", Forgery.unsigned("nOnE", claims),
                "HS256 with the public JWK",
                        Forgery.bySecret(published.toJSONString().getBytes(UTF_8), own.getKeyID(), claims),
                "HS256 with the public key", Forgery.bySecret(encoded(published), own.getKeyID(), claims),
                "HS256 with nothing", Forgery.bySecret(new byte[] {0}, own.getKeyID(), claims),
                "altered", Forgery.altered(signed, Map.of("jti", "another")),
                "no signature", signed.substring(0, signed.lastIndexOf('.') + 1),
                "zeros for a signature (CVE-2022-21449)",
                        signed.substring(0, signed.lastIndexOf('.') + 1) + "A".repeat(128));
    }

    private Map<String, String> wrongKeys() {
        JWK stranger = PartnerClients.newKey("stranger");
        JWK sameName = PartnerClients.newKey(northgate.key().getKeyID());
        return Map.of(
                "unknown key", northgate.signingWith(stranger).signed(claims()),
                "unknown key of a known name", northgate.signingWith(sameName).signed(claims()),
                "another client's key",
                        northgate
                                .signingWith(server.client("county-court").key())
                                .signed(claims()),
                "the staff's key",
                        northgate.signingWith(server.staffClient().key()).signed(claims()),
                "kid leads out", withKid("../../../../etc/passwd"),
                "kid is a null device", withKid("/dev/null"),
                "kid is SQL", withKid("x' union select 'a' --"),
                "key in the header",
                        northgate
                                .signingWith(stranger)
                                .signed(
                                        header().keyID("stranger")
                                                .jwk(stranger.toPublicJWK())
                                                .build(),
                                        claims()));
    }

    private Map<String, String> wrongClaims() {
        Instant now = Instant.now();
        return Map.ofEntries(
                lie("expired", claims -> claims.expirationTime(at(now.minusSeconds(120)))),
                lie("not yet valid", claims -> claims.notBeforeTime(at(now.plusSeconds(240)))),
                lie("good for a day", claims -> claims.expirationTime(at(now.plusSeconds(86_400)))),
                lie("good for ever", claims -> claims.expirationTime(null)),
                lie("no id", claims -> claims.jwtID(null)),
                lie("no audience", claims -> claims.audience((String) null)),
                lie("another audience", claims -> claims.audience("https://elsewhere.example/oauth2/token")),
                lie("audience that begins alike", claims -> claims.audience(endpoint.name() + ".evil.example")),
                lie("another issuer", claims -> claims.issuer("county-court-client")),
                lie("another subject", claims -> claims.subject("staff")),
                lie("nobody", claims -> claims.issuer("nobody").subject("nobody")),
                lie("staff", claims -> claims.issuer("staff").subject("staff")),
                lie("the name leads out", claims -> claims.issuer("../staff").subject("../staff")),
                lie("the name is SQL", claims -> claims.issuer("' or 1=1 --").subject("' or 1=1 --")),
                lie("a name without end", claims -> claims.issuer("n".repeat(5000))
                        .subject("n".repeat(5000))));
    }

    private static Map<String, String> wrongShapes() {
        return Map.of(
                "nothing", "",
                "dots", "..",
                "no base64", "%%%.%%%.%%%",
                "words", "northgate-client",
                "five parts", "a.b.c.d.e",
                "deep",
                        Forgery.unsigned(
                                "none",
                                new JWTClaimsSet.Builder().claim("a", deep()).build()));
    }

    @Test
    void no_address_in_a_header_is_looked_up() throws IOException {
        try (ServerSocket trap = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            trap.setSoTimeout(500);
            URI address = URI.create("http://127.0.0.1:" + trap.getLocalPort() + "/keys");
            JWK stranger = PartnerClients.newKey("stranger");
            for (JWSHeader header : List.of(
                    header().keyID("stranger").jwkURL(address).build(),
                    header().keyID("stranger").x509CertURL(address).build())) {
                assertThat(endpoint.ask(northgate.signingWith(stranger).signed(header, claims()), northgate.scope())
                                .statusCode())
                        .isEqualTo(401);
            }
            assertThat(connected(trap)).isFalse();
        }
    }

    @Test
    void an_assertion_is_good_for_one_token_however_many_ask_at_once() throws Exception {
        String assertion = northgate.assertion(endpoint.name());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> asking =
                    () -> endpoint.ask(assertion, northgate.scope()).statusCode();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(
                    IntStream.range(0, 8).mapToObj(i -> asking).toList())) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnly(200, 401).containsOnlyOnce(200);
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "system/*.cruds",
                "system/Task.cruds",
                "system/Task.rs system/*.cruds",
                "system/*.*",
                "system/Binary.r",
                "user/*.cruds",
                "openid fhirUser offline_access",
                "staff",
                "system/Task.rs\nsystem/*.cruds",
                "%"
            })
    void nobody_gets_more_than_it_is_registered_for(String scope) {
        HttpResponse<String> answer = endpoint.ask(northgate.asking(scope));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid_scope").doesNotContain("cruds");
    }

    @Test
    void what_else_is_claimed_is_not_taken_over() {
        String boast = northgate.signed(northgate
                .claims(endpoint.name())
                .claim("scope", "system/*.cruds")
                .claim("scp", List.of("system/*.cruds"))
                .claim("roles", List.of("admin", "privacy-officer"))
                .claim("partner", "county-court")
                .claim("kind", "STAFF")
                .claim("purpose", "TREAT")
                .claim("client_id", "staff")
                .claim("azp", "staff")
                .build());
        Map<String, String> form = new TreeMap<>(Map.of(
                "grant_type", "client_credentials",
                "scope", "system/Task.rs",
                "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion", boast));
        form.putAll(Map.of("roles", "admin", "partner", "county-court", "sub", "staff", "purpose", "ETREAT"));

        HttpResponse<String> answer = endpoint.post(form);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode token = json(answer.body());
        assertThat(token.path("scope").asText()).isEqualTo("system/Task.rs");
        assertThat(server.http()
                        .bearing(token.path("access_token").asText())
                        .get("admin/messages")
                        .status())
                .isIn(401, 403);
        form.put("client_id", "staff");
        form.put("client_assertion", northgate.assertion(endpoint.name()));
        assertThat(endpoint.post(form).statusCode()).isEqualTo(401);
    }

    @Test
    void many_of_them_and_long_ones_cost_little() {
        assertThat(endpoint.ask("e".repeat(4 << 20), "system/Task.rs").statusCode())
                .isIn(400, 401, 413);
        long start = System.nanoTime();
        for (int i = 0; i < 300; i++) {
            assertThat(endpoint.ask(withKid("k" + i), "system/Task.rs").statusCode())
                    .isIn(401, 429);
        }
        assertThat((System.nanoTime() - start) / 1_000_000_000).as("seconds").isLessThan(20);
    }

    @Test
    void there_is_no_other_way_to_a_token() {
        String assertion = northgate.assertion(endpoint.name());
        for (Map<String, String> form : List.of(
                Map.of("grant_type", "client_credentials", "client_id", "staff"),
                Map.of("grant_type", "client_credentials", "client_id", "staff", "client_secret", ""),
                Map.of("grant_type", "password", "username", "admin", "password", "admin"),
                Map.of("grant_type", "client_credentials", "client_assertion", assertion),
                Map.of("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion", assertion),
                Map.of("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange", "subject_token", assertion),
                Map.<String, String>of())) {
            HttpResponse<String> answer = endpoint.post(form);
            assertThat(answer.statusCode()).as(form + " " + answer.body()).isIn(400, 401);
            assertThat(answer.body()).doesNotContain("access_token\":");
        }
    }

    private JWTClaimsSet claims() {
        return northgate.claims(endpoint.name()).build();
    }

    private Map.Entry<String, String> lie(String what, UnaryOperator<JWTClaimsSet.Builder> change) {
        return Map.entry(
                what,
                northgate.signed(change.apply(northgate.claims(endpoint.name())).build()));
    }

    private String withKid(String kid) {
        return northgate.signed(header().keyID(kid).build(), claims());
    }

    private static JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.ES384);
    }

    /** All that tells one answer from another. */
    private static String fingerprint(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeIf(name -> name.equalsIgnoreCase("date") || name.startsWith(":"));
        return answer.statusCode() + " " + headers + " " + answer.body();
    }

    private static Date at(Instant instant) {
        return Date.from(instant);
    }

    private static Object deep() {
        Object inner = "x";
        for (int i = 0; i < 2000; i++) {
            inner = List.of(inner);
        }
        return inner;
    }

    private static byte[] encoded(JWK key) {
        try {
            return key.toECKey().toECPublicKey().getEncoded();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new IllegalStateException(body, e);
        }
    }

    private static boolean connected(ServerSocket trap) throws IOException {
        try (Socket socket = trap.accept()) {
            return socket.isConnected();
        } catch (java.net.SocketTimeoutException nobody) {
            return false;
        }
    }
}
