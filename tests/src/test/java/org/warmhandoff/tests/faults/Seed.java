package org.warmhandoff.tests.faults;

/** What all chance of a run comes from; {@code -Dfaults.seed} repeats the plans and faults of an earlier one. */
final class Seed {

    private static final long CHOSEN = Long.getLong("faults.seed", System.currentTimeMillis() % 1_000_000);

    private Seed() {}

    static long chosen() {
        return CHOSEN;
    }
}
