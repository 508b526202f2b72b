package org.warmhandoff.tests.faults;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** What may happen to one connection. */
enum Mishap {
    NONE,
    /** Reset as soon as it is open. */
    RESET,
    /** Half open: taken, never answered. */
    SILENCE,
    /** Each piece comes late. */
    DELAY,
    /** Reset in the middle of what the client says. */
    CUT_REQUEST,
    /** What the client says arrives whole; the answer does not, and the connection is reset. */
    LOSE_ANSWER,
    /** Reset in the middle of the answer. */
    CUT_ANSWER;

    static final List<Mishap> ALL = List.of(RESET, SILENCE, DELAY, CUT_REQUEST, LOSE_ANSWER, CUT_ANSWER);

    /** Draws for each connection: one of those with that probability, else none. */
    static Supplier<Mishap> drawn(Random random, double probability, List<Mishap> mishaps) {
        return () -> random.nextDouble() < probability ? mishaps.get(random.nextInt(mishaps.size())) : NONE;
    }
}
