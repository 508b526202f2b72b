package org.warmhandoff.server.sandbox;

import java.time.Duration;

/**
 * One step of the run: something goes from one party to another.
 *
 * @param limit how long it may take
 */
record Hop(String from, String to, String dialect, String what, Duration limit, Action action) {

    private static final Duration USUAL_LIMIT = Duration.ofSeconds(30);

    Hop(String from, String to, String dialect, String what, Action action) {
        this(from, to, dialect, what, USUAL_LIMIT, action);
    }

    String route() {
        return from + " -> " + to;
    }

    /** Does the hop; throws {@link HopFailure} when it went wrong. */
    @FunctionalInterface
    interface Action {
        Evidence run(Deadline deadline) throws Exception;
    }
}
