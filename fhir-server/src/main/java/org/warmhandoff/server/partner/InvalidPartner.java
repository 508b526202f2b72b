package org.warmhandoff.server.partner;

/** A configured partner that cannot be used; stops the start. */
final class InvalidPartner extends RuntimeException {

    private static final long serialVersionUID = 1;

    InvalidPartner(String where, String mistake) {
        super(where + ": " + mistake);
    }
}
