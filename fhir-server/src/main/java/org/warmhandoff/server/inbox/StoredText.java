package org.warmhandoff.server.inbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Makes what a stranger sent fit for a text column: PostgreSQL takes no NUL and indexes nothing above 2.7 kB. */
final class StoredText {

    private static final int LONGEST_KEY = 300;
    private static final int KEPT = 200;

    private StoredText() {}

    static @Nullable String clean(@Nullable String text) {
        return text == null ? null : text.replace('\u0000', '\uFFFD');
    }

    /** Text for an index: a long one keeps its beginning and stays distinct by its digest. */
    static String key(String text) {
        String cleaned = text.replace('\u0000', '\uFFFD');
        if (cleaned.length() <= LONGEST_KEY) {
            return cleaned;
        }
        byte[] digest = sha256(text.getBytes(StandardCharsets.UTF_8));
        return cleaned.substring(0, KEPT) + "~" + HexFormat.of().formatHex(digest);
    }

    static @Nullable String keyOrNull(@Nullable String text) {
        return text == null ? null : key(text);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
