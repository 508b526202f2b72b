package org.warmhandoff.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.warmhandoff.server.TestServer;
import org.warmhandoff.server.desk.DeskClient;

/** Apps are launched alone: code with PKCE, tokens, refresh, introspection and revocation (SMART App Launch 2.2). */
class AppLaunchTest {

    private static final String CALLBACK = "https://app.example/callback";
    private static final String SCOPES =
            "user/Task.rs patient/Condition.rs launch/patient offline_access openid fhirUser";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestServer server = TestServer.shared();
    private final String origin = server.fhirBase().replaceFirst("/fhir$", "");
    private final HttpClient http = HttpClient.newHttpClient();
    private final String verifier = (UUID.randomUUID() + "-" + UUID.randomUUID()).replace("-", "");
    private final String app = "app-" + UUID.randomUUID();

    AppLaunchTest() {
        assertThat(new DeskClient()
                        .post(
                                "/admin/clients",
                                "{\"id\":\"" + app + "\",\"scopes\":\"" + SCOPES + "\",\"redirectUris\":[\"" + CALLBACK
                                        + "\"]}")
                        .path("id")
                        .asText())
                .isEqualTo(app);
    }

    @Test
    void somebody_signs_in_chooses_a_patient_and_the_app_gets_a_token_for_both() {
        assertThat(location(authorize(Map.of(), null))).isEqualTo("/sign-in");
        assertThat(location(authorize(Map.of(), "ann"))).isEqualTo("/choose-patient");

        JsonNode token = json(token(code("ann 4711")));

        assertThat(token.path("patient").asText()).isEqualTo("4711");
        assertThat(SmartScope.split(token.path("scope").asText())).isEqualTo(SmartScope.split(SCOPES));
        assertThat(token.path("expires_in").asInt()).isBetween(200, 300);
        JsonNode claims = claims(token.path("access_token").asText());
        assertThat(claims.path("kind").asText()).isEqualTo("USER");
        assertThat(claims.path("user").asText()).isEqualTo("ann");
        assertThat(claims.path("roles").toString()).isEqualTo("[\"therapist\"]");
        assertThat(claims.path("patient").asText()).isEqualTo("4711");
    }

    @Test
    void the_app_learns_who_uses_it_from_a_token_that_opens_nothing_here() {
        JsonNode token = json(token(code("ann 4711")));
        JsonNode said = claims(token.path("id_token").asText());

        assertThat(said.path("sub").asText()).isEqualTo("ann");
        assertThat(said.path("aud").asText()).isEqualTo(app);
        assertThat(said.path("nonce").asText()).isEqualTo("n-1");
        assertThat(said.path("fhirUser").asText()).isEqualTo(fhirBase() + "/Practitioner/ann");
        assertThat(claims(token.path("access_token").asText()).path("fhirUser").asText())
                .isEqualTo(fhirBase() + "/Practitioner/ann");
        assertThat(read(token.path("access_token").asText())).isNotEqualTo(401);
        assertThat(read(token.path("id_token").asText())).isEqualTo(401);
        assertThat(location(authorize(Map.of("nonce", "n".repeat(501)), "ann 1")))
                .contains("error=invalid_request");
        assertThat(tree(send(HttpRequest.newBuilder(URI.create(origin + "/.well-known/openid-configuration")))
                                .body())
                        .path("jwks_uri")
                        .asText())
                .endsWith("/oauth2/jwks");
    }

    private int read(String bearer) {
        return send(HttpRequest.newBuilder(URI.create(origin + "/fhir/Task?_count=1"))
                        .header("Authorization", "Bearer " + bearer))
                .statusCode();
    }

    @Test
    void a_code_is_used_once_by_its_app_with_its_verifier() {
        String code = code("ann 1");

        assertThat(token(code, Map.of("code_verifier", verifier + "x")).body()).contains("invalid_grant");
        assertThat(token(code, Map.of("redirect_uri", CALLBACK + "/")).body()).contains("invalid_grant");
        assertThat(token(code, Map.of("client_id", "staff")).statusCode()).isEqualTo(401);
        assertThat(token(code).statusCode()).isEqualTo(200);
        assertThat(token(code).body()).contains("invalid_grant");
    }

    @Test
    void of_many_who_use_a_code_at_once_one_is_served() throws Exception {
        String code = code("ann 1");
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            Callable<Integer> using = () -> token(code).statusCode();
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer :
                    threads.invokeAll(IntStream.range(0, 6).mapToObj(i -> using).toList())) {
                answers.add(answer.get());
            }
            assertThat(answers).containsOnlyOnce(200).containsOnly(200, 400);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void nothing_is_said_to_an_address_that_is_not_the_apps() {
        for (String redirect :
                List.of(CALLBACK + "/", CALLBACK + "?x=1", "https://evil.example/", "http://app.example/callback")) {
            HttpResponse<String> answer = authorize(Map.of("redirect_uri", redirect), "ann 1");
            assertThat(answer.statusCode()).as(redirect).isEqualTo(400);
            assertThat(answer.headers().firstValue("Location")).isEmpty();
        }
    }

    @Test
    void wrong_wishes_are_refused_at_the_apps_address() {
        assertThat(location(authorize(Map.of("aud", "https://elsewhere.example/fhir"), "ann 1")))
                .startsWith(CALLBACK + "?error=invalid_request");
        assertThat(location(authorize(Map.of("aud", ""), "ann 1"))).contains("error=invalid_request");
        assertThat(location(authorize(Map.of("scope", "user/*.cruds"), "ann 1")))
                .contains("error=invalid_scope");
        assertThat(location(authorize(Map.of("scope", "system/*.cruds"), "ann 1")))
                .contains("error=invalid_scope");
        assertThat(location(authorize(Map.of("code_challenge_method", "plain"), "ann 1")))
                .contains("error=invalid_request");
        assertThat(location(authorize(Map.of("code_challenge", ""), "ann 1"))).contains("error=invalid_request");
        assertThat(location(authorize(Map.of("response_type", "token"), "ann 1")))
                .doesNotContain("access_token");
    }

    @Test
    void a_refresh_token_is_used_once_and_an_old_copy_ends_the_grant() {
        String first = json(token(code("ann 1"))).path("refresh_token").asText();
        JsonNode again = json(refresh(first));
        assertThat(claims(again.path("access_token").asText()).path("user").asText())
                .isEqualTo("ann");
        String second = again.path("refresh_token").asText();

        assertThat(second).isNotEqualTo(first);
        assertThat(refresh(first).body()).contains("invalid_grant");
        assertThat(refresh(second).body()).contains("invalid_grant");
    }

    @Test
    void who_has_left_gets_no_more_tokens_and_may_not_use_those_that_are_out() {
        JsonNode token = json(token(code(HeaderLogin.LEFT + " 1")));
        String refresh = token.path("refresh_token").asText();
        assertThat(claims(token.path("id_token").asText()).has("fhirUser"))
                .as("nobody said which Practitioner")
                .isFalse();
        assertThat(read(token.path("access_token").asText())).isNotEqualTo(401);
        server.bean(HeaderLogin.class).leave(true);
        try {
            assertThat(read(token.path("access_token").asText())).isEqualTo(401);
            assertThat(refresh(refresh).body()).contains("invalid_grant");
        } finally {
            server.bean(HeaderLogin.class).leave(false);
        }
    }

    @Test
    void a_revoked_grant_gives_no_more_tokens() {
        String refresh = json(token(code("ann 1"))).path("refresh_token").asText();

        assertThat(form("/oauth2/revoke", Map.of("client_id", app, "token", refresh))
                        .statusCode())
                .isEqualTo(200);

        assertThat(refresh(refresh).body()).contains("invalid_grant");
    }

    private HttpResponse<String> authorize(Map<String, String> changes, String user) {
        Map<String, String> asked = new LinkedHashMap<>(Map.of(
                "response_type",
                "code",
                "client_id",
                app,
                "redirect_uri",
                CALLBACK,
                "scope",
                SCOPES,
                "state",
                "s t",
                "nonce",
                "n-1",
                "aud",
                fhirBase(),
                "code_challenge",
                challenge(),
                "code_challenge_method",
                "S256"));
        asked.putAll(changes);
        asked.values().removeIf(String::isEmpty);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(origin + "/oauth2/authorize?" + encoded(asked)));
        if (user != null) {
            request.header(HeaderLogin.HEADER, user);
        }
        return send(request);
    }

    private String fhirBase() {
        return claims(server.staffToken()).path("aud").asText();
    }

    private String code(String user) {
        String location = location(authorize(Map.of(), user));
        assertThat(location).startsWith(CALLBACK + "?").contains("state=s%20t");
        return location.replaceFirst(".*[?&]code=([^&]*).*", "$1");
    }

    private HttpResponse<String> token(String code) {
        return token(code, Map.of());
    }

    private HttpResponse<String> token(String code, Map<String, String> changes) {
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "grant_type", "authorization_code",
                "client_id", app,
                "code", code,
                "redirect_uri", CALLBACK,
                "code_verifier", verifier));
        form.putAll(changes);
        return form("/oauth2/token", form);
    }

    private HttpResponse<String> refresh(String token) {
        return form("/oauth2/token", Map.of("grant_type", "refresh_token", "client_id", app, "refresh_token", token));
    }

    private HttpResponse<String> form(String path, Map<String, String> form) {
        return send(HttpRequest.newBuilder(URI.create(origin + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form))));
    }

    private String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseGet(() -> answer.statusCode() + " " + answer.body())
                .replaceFirst("^http://localhost:[0-9]+", "");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return tree(answer.body());
    }

    private static JsonNode claims(String jwt) {
        return tree(new String(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
