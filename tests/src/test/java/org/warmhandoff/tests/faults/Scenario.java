package org.warmhandoff.tests.faults;

import java.util.List;

/**
 * What happens to how much of the load.
 *
 * @param share of all referrals, in percent
 */
record Scenario(String name, int share, List<Strike> strikes) {

    private static final int MOST_A_SECOND = 12;
    private static final int SECONDS_A_STRIKE = 20;

    Scenario {
        strikes = List.copyOf(strikes);
    }

    int referrals(int all) {
        return Math.max(1, all * share / 100);
    }

    /** Referrals a second while a fault lasts, so that some are left for the last one. */
    double pace(int referrals) {
        return Math.min(MOST_A_SECOND, 0.7 * referrals / (SECONDS_A_STRIKE * Math.max(1, strikes.size())));
    }
}
