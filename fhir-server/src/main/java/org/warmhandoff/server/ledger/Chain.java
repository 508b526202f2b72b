package org.warmhandoff.server.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Each hash covers its entry and, through the hash before it, all earlier ones. */
final class Chain {

    /** Before the first entry. */
    static final byte[] START = new byte[32];

    private Chain() {}

    /** SHA-256 of the hash before, the SHA-256 of the entry, and the text "mac flaw". */
    static byte[] next(byte[] before, String canonical, String mac, String flaw) {
        MessageDigest sha = sha256();
        byte[] digest = sha.digest(canonical.getBytes(StandardCharsets.UTF_8));
        sha.update(before);
        sha.update(digest);
        return sha.digest((mac + " " + flaw).getBytes(StandardCharsets.UTF_8));
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
