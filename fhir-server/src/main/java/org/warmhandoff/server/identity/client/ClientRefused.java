package org.warmhandoff.server.identity.client;

/** A client that cannot be added or revoked; the message is for whoever tried. */
final class ClientRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Why why;

    enum Why {
        WRONG,
        CONFLICT,
        UNKNOWN
    }

    ClientRefused(Why why, String message) {
        super(message);
        this.why = why;
    }

    static ClientRefused wrong(String message) {
        return new ClientRefused(Why.WRONG, message);
    }

    Why why() {
        return why;
    }
}
