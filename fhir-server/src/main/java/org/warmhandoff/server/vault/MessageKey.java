package org.warmhandoff.server.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * One secret of 256 bits and what is derived from it: a key a purpose (HKDF-Expand, RFC 5869, one block each), so that
 * a digest never helps against the encryption.
 *
 * @param id names the secret and tells nothing about it
 */
record MessageKey(String id, SecretKey sealing, SecretKey digesting, SecretKey indexing) {

    static final int BYTES = 32;
    static final int ID_BYTES = 8;
    private static final String HMAC = "HmacSHA256";

    static MessageKey of(byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("a message key has " + BYTES + " bytes, not " + secret.length);
        }
        SecretKey master = new SecretKeySpec(secret, HMAC);
        byte[] id = Arrays.copyOf(expand(master, "id"), ID_BYTES);
        return new MessageKey(
                HexFormat.of().formatHex(id),
                new SecretKeySpec(expand(master, "seal"), HMAC),
                new SecretKeySpec(expand(master, "digest"), HMAC),
                new SecretKeySpec(expand(master, "index"), HMAC));
    }

    private static byte[] expand(SecretKey master, String purpose) {
        byte[] info = ("warmhandoff message " + purpose).getBytes(StandardCharsets.US_ASCII);
        byte[] block = Arrays.copyOf(info, info.length + 1);
        block[info.length] = 1;
        return hmac(master, block);
    }

    static byte[] hmac(SecretKey key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    @Override
    public String toString() {
        return "MessageKey[" + id + "]";
    }
}
