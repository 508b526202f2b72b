package org.warmhandoff.server.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.server.vault.Vault;

/**
 * Between a message and what its row holds. Bodies are sealed to their sender and control id, so that no row can be given
 * the body of another. An acknowledgement holds ids and codes only and stays plain; an answer that was made by applying
 * the message may repeat content and is sealed. Rows without a key id are older than encryption and plain.
 */
final class Seal {

    private static final String SEALED = "sealed:";

    private final Vault vault;

    Seal(Vault vault) {
        this.vault = vault;
    }

    String keyId() {
        return vault.keyId();
    }

    byte[] body(byte[] plain, String sender, String controlId) {
        return vault.seal(plain, place(sender, controlId));
    }

    byte[] openBody(byte[] stored, @Nullable String keyId, String sender, String controlId) {
        return keyId == null ? stored : vault.open(stored, place(sender, controlId));
    }

    @Nullable
    String answer(@Nullable String plain, long id) {
        return plain == null
                ? null
                : SEALED
                        + Base64.getEncoder()
                                .encodeToString(vault.seal(plain.getBytes(StandardCharsets.UTF_8), place(id)));
    }

    @Nullable
    String openAnswer(@Nullable String stored, long id) {
        if (stored == null || !stored.startsWith(SEALED)) {
            return stored;
        }
        byte[] sealed = Base64.getDecoder().decode(stored.substring(SEALED.length()));
        return new String(vault.open(sealed, place(id)), StandardCharsets.UTF_8);
    }

    byte[] digest(byte[] content) {
        return vault.digest(content);
    }

    /** Whether a stored digest is of this content; plain rows have a bare SHA-256. */
    boolean digestOf(byte[] content, byte[] digest, @Nullable String keyId) {
        return keyId == null
                ? Arrays.equals(digest, StoredText.sha256(content))
                : vault.digestOf(content, digest, keyId);
    }

    String blind(String kind, String value) {
        return vault.blind(kind, value);
    }

    List<String> blindings(String kind, String value) {
        return vault.blindings(kind, value);
    }

    private static String place(String sender, String controlId) {
        return "inbox.body\n" + StoredText.key(sender) + "\n" + StoredText.key(controlId);
    }

    private static String place(long id) {
        return "inbox.answer\n" + id;
    }
}
