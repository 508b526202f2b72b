package org.warmhandoff.tests.faults;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;

/** Strikes one time after the other, each at a random point of the load. */
final class Nemesis implements Callable<Integer> {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

    private final Cluster cluster;
    private final Load load;
    private final Random random;
    private final List<Strike> strikes;
    private final int referrals;

    Nemesis(Cluster cluster, Load load, Random random, List<Strike> strikes, int referrals) {
        this.cluster = cluster;
        this.load = load;
        this.random = random;
        this.strikes = strikes;
        this.referrals = referrals;
    }

    /** Answers the number of strikes when the last one is over and healed. */
    @Override
    public Integer call() {
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
        return strikes.size();
    }
}
