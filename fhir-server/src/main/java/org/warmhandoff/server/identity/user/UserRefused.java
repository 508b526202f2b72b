package org.warmhandoff.server.identity.user;

/** What cannot be done to a user; the message is for whoever tried. */
final class UserRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Why why;

    enum Why {
        WRONG,
        CONFLICT,
        UNKNOWN
    }

    UserRefused(Why why, String message) {
        super(message);
        this.why = why;
    }

    static UserRefused wrong(String message) {
        return new UserRefused(Why.WRONG, message);
    }

    static UserRefused unknown(String name) {
        return new UserRefused(Why.UNKNOWN, "There is no user " + name + ".");
    }

    Why why() {
        return why;
    }
}
