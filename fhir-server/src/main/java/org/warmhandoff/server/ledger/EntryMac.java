package org.warmhandoff.server.ledger;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.warmhandoff.server.vault.UnknownKeyException;
import org.warmhandoff.server.vault.Vault;

/** Vouches for an entry from its writing until the chain does. */
final class EntryMac {

    private static final String PURPOSE = "ledger\0";

    private final Vault vault;

    EntryMac(Vault vault) {
        this.vault = vault;
    }

    String of(String canonical) {
        return vault.keyId() + ":" + Chain.hex(vault.digest(content(canonical)));
    }

    /** What is wrong, in a word; empty when nothing is. */
    String flaw(String canonical, String mac) {
        try {
            String[] parts = mac.split(":", 2);
            byte[] digest = HexFormat.of().parseHex(parts.length == 2 ? parts[1] : "");
            return vault.digestOf(content(canonical), digest, parts[0]) ? "" : "mac";
        } catch (UnknownKeyException e) {
            return "key";
        } catch (IllegalArgumentException e) {
            return "mac";
        }
    }

    private static byte[] content(String canonical) {
        return (PURPOSE + canonical).getBytes(StandardCharsets.UTF_8);
    }
}
