package org.warmhandoff.tests.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.warmhandoff.tests.faults.history.Evidence;
import org.warmhandoff.tests.faults.history.History;
import org.warmhandoff.tests.faults.history.HistoryChecker;

/** One scenario on a cluster, from the first letter to the verdict. */
final class Trial {

    private final Cluster cluster;
    private final String prefix;
    private final long seed;

    /** @param name of letters and digits, told apart from all others on the same database */
    Trial(Cluster cluster, String name, long seed) {
        this.cluster = cluster;
        this.prefix = "WHF-" + name + "-";
        this.seed = seed;
    }

    Outcome run(Scenario scenario, int referrals) {
        Instant start = Instant.now();
        Progress.say(scenario.name() + ": " + referrals + " referrals, seed " + seed);
        int mishaps = cluster.mishaps();
        History history = new History();
        List<Plan> plans = IntStream.range(0, referrals)
                .mapToObj(number -> Plan.of(prefix, number, seed))
                .toList();
        Load load = new Load(cluster, history, prefix, scenario.pace(referrals));
        FutureTask<Integer> striking =
                new FutureTask<>(new Nemesis(cluster, load, new Random(seed), scenario.strikes(), referrals));
        Threads.daemon(striking, "nemesis");
        load.run(plans);
        int strikes = strikesOf(striking);
        Progress.say("all sent and struck, " + new Backlog(cluster).open() + " things to do");
        boolean quiet = new Backlog(cluster).awaitNone();
        Progress.say(quiet ? "nothing left to do" : "still " + new Backlog(cluster).open() + " things to do");
        Evidence evidence = new EvidenceReader(cluster.database(), prefix)
                .read(
                        plans.stream().map(Plan::promise).toList(),
                        history.sendings(),
                        cluster.partners().effects());
        return new Outcome(
                scenario,
                referrals,
                evidence,
                strikes + cluster.mishaps() - mishaps,
                HistoryChecker.check(evidence),
                Duration.between(start, Instant.now()),
                seed);
    }

    /** A strike that failed, as when a node did not come back, makes the trial void. */
    private static int strikesOf(FutureTask<Integer> striking) {
        try {
            return striking.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A strike failed, so this proves nothing", e.getCause());
        }
    }
}
