package org.warmhandoff.server.identity.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.warmhandoff.server.identity.Caller;

/** Tokens that were verified, by digest and only until they end: a signature is looked at once. Bounded. */
final class VerifiedTokens {

    /** Longer ones are nobody's. */
    static final int LONGEST = 6_000;

    private static final int MOST = 10_000;

    private final Cache<String, Known> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private record Known(Caller caller, Instant end) {}

    Optional<Caller> find(String token, Instant now) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        Known found = known.getIfPresent(digest(token));
        return found != null && found.end().isAfter(now) ? Optional.of(found.caller()) : Optional.empty();
    }

    void keep(String token, Caller caller, Instant end) {
        known.put(digest(token), new Known(caller, end));
    }

    private static String digest(String token) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
