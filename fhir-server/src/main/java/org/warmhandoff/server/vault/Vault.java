package org.warmhandoff.server.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what must not be readable in the database (AES-256-GCM, NIST SP 800-38D) and opens it again. What was sealed for
 * one place opens in no other. Thread-safe.
 */
public final class Vault {

    private static final int TAG_BITS = 128;
    private static final int HALF = Envelope.NONCE / 2;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyRing ring;

    public Vault(KeyRing ring) {
        this.ring = ring;
    }

    /** The key that seals from now on. */
    public String keyId() {
        return ring.newest().id();
    }

    /** @param place what the envelope belongs to; {@link #open} must name the same */
    public byte[] seal(byte[] plain, String place) {
        MessageKey key = ring.newest();
        byte[] packed = Packing.pack(plain);
        byte[] nonce = new byte[Envelope.NONCE];
        RANDOM.nextBytes(nonce);
        byte[] head = Envelope.head(packed != plain, key.id());
        try {
            byte[] ciphertext =
                    cipher(Cipher.ENCRYPT_MODE, key, nonce, head, place).doFinal(packed);
            return new Envelope(packed != plain, key.id(), nonce, ciphertext).bytes();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform seals with AES-GCM", e);
        }
    }

    /**
     * @throws UnknownKeyException when it was sealed with a key that is not at hand
     * @throws BrokenSealException when it is not what was sealed for that place
     */
    public byte[] open(byte[] sealed, String place) {
        Envelope envelope = Envelope.read(sealed);
        MessageKey key = ring.byId(envelope.keyId()).orElseThrow(() -> new UnknownKeyException(envelope.keyId()));
        try {
            byte[] plain = cipher(Cipher.DECRYPT_MODE, key, envelope.nonce(), envelope.head(), place)
                    .doFinal(envelope.ciphertext());
            return envelope.packed() ? Packing.unpack(plain) : plain;
        } catch (GeneralSecurityException e) {
            throw new BrokenSealException("the seal of key " + envelope.keyId() + " is broken");
        }
    }

    /** A digest that tells equal content from other content, and nothing to who has no key. */
    public byte[] digest(byte[] content) {
        return MessageKey.hmac(ring.newest().digesting(), content);
    }

    /** Whether a digest made with the key of that id is of this content. */
    public boolean digestOf(byte[] content, byte[] digest, String keyId) {
        MessageKey key = ring.byId(keyId).orElseThrow(() -> new UnknownKeyException(keyId));
        return MessageDigest.isEqual(digest, MessageKey.hmac(key.digesting(), content));
    }

    /** An identifier as it stands in an index: equal ones are equal, and no list of candidates finds it without the key. */
    public String blind(String kind, String value) {
        return blind(ring.newest(), kind, value);
    }

    /** The same under every key, for a search in rows of any age. */
    public List<String> blindings(String kind, String value) {
        return ring.all().stream().map(key -> blind(key, kind, value)).toList();
    }

    private static String blind(MessageKey key, String kind, String value) {
        byte[] mac = MessageKey.hmac(
                key.indexing(),
                kind.getBytes(StandardCharsets.UTF_8),
                new byte[1],
                value.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(mac, 0, 16);
    }

    private static Cipher cipher(int mode, MessageKey key, byte[] nonce, byte[] head, String place)
            throws GeneralSecurityException {
        byte[] ofThisMessage = MessageKey.hmac(key.sealing(), Arrays.copyOf(nonce, HALF));
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        GCMParameterSpec parameters = new GCMParameterSpec(TAG_BITS, nonce, HALF, HALF);
        cipher.init(mode, new SecretKeySpec(ofThisMessage, "AES"), parameters);
        cipher.updateAAD(head);
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
