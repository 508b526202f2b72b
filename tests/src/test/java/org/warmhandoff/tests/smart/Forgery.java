package org.warmhandoff.tests.smart;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.JWTClaimsSet;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** JSON web tokens as nobody should make them, put together by hand. */
public final class Forgery {

    /** Writes deeper than anybody should read. */
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamWriteConstraints(
                    StreamWriteConstraints.builder().maxNestingDepth(10_000).build())
            .build());

    private Forgery() {}

    /** Says that it is not signed, and is not. */
    public static String unsigned(String none, JWTClaimsSet claims) {
        return part(Map.of("alg", none, "typ", "JWT")) + "." + part(claims.toJSONObject()) + ".";
    }

    /** Signed with what everybody knows, as if it were a secret. */
    public static String bySecret(byte[] everybodyKnows, String kid, JWTClaimsSet claims) {
        String content = part(Map.of("alg", "HS256", "typ", "JWT", "kid", kid)) + "." + part(claims.toJSONObject());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(everybodyKnows, "HmacSHA256"));
            return content + "." + base64(mac.doFinal(content.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Somebody's good token whose claims were changed after it was signed. */
    public static String altered(String token, Map<String, Object> changes) {
        String[] parts = token.split("\\.");
        try {
            Map<String, Object> claims = new HashMap<>();
            JSON.readTree(Base64.getUrlDecoder().decode(parts[1]))
                    .fields()
                    .forEachRemaining(claim -> claims.put(claim.getKey(), claim.getValue()));
            claims.putAll(changes);
            return parts[0] + "." + part(claims) + "." + parts[2];
        } catch (java.io.IOException e) {
            throw new IllegalStateException("The token is no JWT", e);
        }
    }

    private static String part(Map<String, Object> content) {
        try {
            return base64(JSON.writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
