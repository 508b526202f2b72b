package org.warmhandoff.server.part2;

/** The policy file says something that this server does not understand, so the server must not start. */
public final class PolicyUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PolicyUnreadable(String reason) {
        super(reason);
    }
}
