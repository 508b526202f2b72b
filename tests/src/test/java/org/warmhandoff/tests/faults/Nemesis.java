package org.warmhandoff.tests.faults;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Strikes one time after the other, each at a random point of the load. */
final class Nemesis {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

    private final Cluster cluster;
    private final Load load;
    private final Random random;

    Nemesis(Cluster cluster, Load load, Random random) {
        this.cluster = cluster;
        this.load = load;
        this.random = random;
    }

    /** Returns when the last strike is over and healed. */
    void run(List<Strike> strikes, int referrals) {
        List<Integer> points = strikes.stream()
                .map(strike -> (int) (referrals * (0.05 + 0.85 * random.nextDouble())))
                .sorted()
                .toList();
        for (int i = 0; i < strikes.size(); i++) {
            int point = points.get(i);
            Pause.until(() -> load.done() >= point, LONGEST_WAIT);
            Progress.say("after " + load.done() + ": " + strikes.get(i).name());
            load.trickle(true);
            strikes.get(i).blow().at(cluster, random);
            load.trickle(false);
        }
    }
}
