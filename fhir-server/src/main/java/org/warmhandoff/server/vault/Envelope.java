package org.warmhandoff.server.vault;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The bytes that are stored: version, packed or not, key id, nonce, then the ciphertext with its tag.
 *
 * @param nonce 24 bytes: one half makes the key of this message, the other its initialization vector, so that chance
 *     never repeats a pair however many messages one key seals
 */
record Envelope(boolean packed, String keyId, byte[] nonce, byte[] ciphertext) {

    static final int NONCE = 24;
    private static final int HEAD = 2 + MessageKey.ID_BYTES;
    private static final byte VERSION = 1;

    static byte[] head(boolean packed, String keyId) {
        return ByteBuffer.allocate(HEAD)
                .put(VERSION)
                .put((byte) (packed ? 1 : 0))
                .put(HexFormat.of().parseHex(keyId))
                .array();
    }

    static Envelope read(byte[] bytes) {
        if (bytes.length < HEAD + NONCE || bytes[0] != VERSION) {
            throw new BrokenSealException("not an envelope of version " + VERSION);
        }
        return new Envelope(
                bytes[1] == 1,
                HexFormat.of().formatHex(bytes, 2, HEAD),
                Arrays.copyOfRange(bytes, HEAD, HEAD + NONCE),
                Arrays.copyOfRange(bytes, HEAD + NONCE, bytes.length));
    }

    byte[] head() {
        return head(packed, keyId);
    }

    byte[] bytes() {
        return ByteBuffer.allocate(HEAD + NONCE + ciphertext.length)
                .put(head())
                .put(nonce)
                .put(ciphertext)
                .array();
    }
}
