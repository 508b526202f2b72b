package org.warmhandoff.server.vault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The keys at hand: the newest, which is the first, seals; all open. Immutable. */
public final class KeyRing {

    private final List<MessageKey> keys;

    KeyRing(List<MessageKey> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("a key ring needs a key");
        }
        this.keys = List.copyOf(keys);
    }

    /** @param secrets of 32 bytes each, the newest first */
    public static KeyRing of(byte[]... secrets) {
        List<MessageKey> keys = new ArrayList<>();
        for (byte[] secret : secrets) {
            keys.add(MessageKey.of(secret));
        }
        return new KeyRing(keys);
    }

    MessageKey newest() {
        return keys.get(0);
    }

    List<MessageKey> all() {
        return keys;
    }

    Optional<MessageKey> byId(String id) {
        for (MessageKey key : keys) {
            if (key.id().equals(id)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    Set<String> ids() {
        return keys.stream().map(MessageKey::id).collect(Collectors.toUnmodifiableSet());
    }
}
