package org.warmhandoff.server.vault;

/** A message key that cannot be used, or is not here at all; stops the start. */
final class UnusableKey extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String remedy;

    UnusableKey(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
