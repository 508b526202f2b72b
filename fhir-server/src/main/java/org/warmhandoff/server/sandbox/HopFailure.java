package org.warmhandoff.server.sandbox;

/** A hop went otherwise than it should: what was expected and what was seen. */
final class HopFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String expected;
    private final String seen;

    HopFailure(String expected, String seen) {
        super("expected " + expected + "; seen " + seen);
        this.expected = expected;
        this.seen = seen;
    }

    String expected() {
        return expected;
    }

    String seen() {
        return seen;
    }
}
