package org.warmhandoff.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.warmhandoff.tests.harness.Browser;
import org.warmhandoff.tests.harness.RunningServer;

/** A public app that is launched alone: code with PKCE (SMART App Launch 2.2). */
record AppLaunch(RunningServer server, String app, String callback) {

    private static final String VERIFIER = "v".repeat(50);

    /** Where it sends the browser of its user. */
    String authorize(String scopes) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("response_type", "code");
        asked.put("client_id", app);
        asked.put("redirect_uri", callback);
        asked.put("scope", scopes);
        asked.put("state", "s");
        asked.put("aud", server.tokenEndpoint().name().replace("/oauth2/token", "/fhir"));
        asked.put("code_challenge", challenge());
        asked.put("code_challenge_method", "S256");
        return "/oauth2/authorize?" + Browser.encoded(asked);
    }

    /** What it gets for the code that the browser brings back. */
    JsonNode token(String broughtTo) {
        assertThat(broughtTo).startsWith(callback + "?").contains("code=");
        HttpResponse<String> answer = new Browser(server.http().address())
                .send(
                        "POST",
                        "/oauth2/token",
                        Browser.encoded(Map.of(
                                "grant_type", "authorization_code",
                                "client_id", app,
                                "code", broughtTo.replaceFirst(".*[?&]code=([^&]*).*", "$1"),
                                "redirect_uri", callback,
                                "code_verifier", VERIFIER)),
                        "Content-Type",
                        "application/x-www-form-urlencoded");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return tree(answer.body());
    }

    JsonNode claims(JsonNode token) {
        String jwt = token.path("access_token").asText();
        return tree(new String(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
