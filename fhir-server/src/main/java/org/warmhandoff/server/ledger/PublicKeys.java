package org.warmhandoff.server.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Keys that checkpoints may be signed with, named by their fingerprint. */
final class PublicKeys {

    private static final int ID_BYTES = 16;

    private final Map<String, String> keys = new TreeMap<>();

    static String id(String publicHex) {
        byte[] digest = Chain.sha256().digest(publicHex.getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    }

    /** False when it is not the key of that name. */
    boolean add(String id, String publicHex) {
        keys.put(id, publicHex);
        return id.equals(id(publicHex));
    }

    boolean signed(String body, String keyId, String signature) {
        String key = keys.get(keyId);
        // One spelling only: hexadecimal in capitals would be another byte that goes unnoticed.
        if (key == null || !signature.matches("[0-9a-f]{128}")) {
            return false;
        }
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(key))));
            check.update(body.getBytes(StandardCharsets.UTF_8));
            return check.verify(HexFormat.of().parseHex(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
