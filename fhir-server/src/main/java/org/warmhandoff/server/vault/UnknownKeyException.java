package org.warmhandoff.server.vault;

/** Something was sealed with a key that is not at hand; another node may have it. */
public final class UnknownKeyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownKeyException(String keyId) {
        super("sealed with key " + keyId + ", which is not here");
    }
}
