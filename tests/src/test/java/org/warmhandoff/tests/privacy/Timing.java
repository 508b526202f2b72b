package org.warmhandoff.tests.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * How long it takes to say that something is not there: of what is withheld, and of what never was, by turns. Coarse: it finds work that is
 * done for one and not for the other, not a cache line.
 *
 * @param auc how often a withheld one took longer than an absent one; 0.5 is chance (Mann and Whitney)
 */
record Timing(int pairs, double withheldMillis, double absentMillis, double auc) {

    private static final int PAIRS = 1_500;
    private static final int WARM_UP = 200;
    private static final double NOTICEABLE = 0.75;

    static Timing of(Run run, List<String> principals) {
        Stored stored = new Stored(run.without(), run.with(), run.overseer());
        Values values = stored.values(stored.offered());
        Random random = new Random(Run.SEED);
        List<Long> withheld = new ArrayList<>();
        List<Long> absent = new ArrayList<>();
        for (int i = -WARM_UP; i < PAIRS; i++) {
            String principal = principals.get(Math.floorMod(i, principals.size()));
            String id = values.withheld().id("Patient", random);
            String nothing = new java.util.UUID(random.nextLong(), random.nextLong()).toString();
            boolean first = random.nextBoolean();
            long one = nanos(run.with(), principal, first ? id : nothing);
            long other = nanos(run.with(), principal, first ? nothing : id);
            if (i >= 0) {
                withheld.add(first ? one : other);
                absent.add(first ? other : one);
            }
        }
        return new Timing(PAIRS, median(withheld), median(absent), auc(withheld, absent));
    }

    @Override
    public String toString() {
        return "Reads of %d withheld and %d absent records: median %.2f and %.2f ms; a withheld one takes longer in %.0f %% of pairs%s"
                .formatted(
                        pairs,
                        pairs,
                        withheldMillis,
                        absentMillis,
                        100 * auc,
                        tells() ? ": A CLOCK TELLS THEM APART" : "");
    }

    /** Whether a stranger with a clock could tell by few tries. */
    boolean tells() {
        return auc > NOTICEABLE || auc < 1 - NOTICEABLE;
    }

    private static long nanos(Side side, String principal, String id) {
        Probe probe = Probe.get(Exit.READ, "Patient/" + id);
        long start = System.nanoTime();
        side.raw(principal, probe);
        return System.nanoTime() - start;
    }

    private static double median(List<Long> nanos) {
        return nanos.stream().sorted().toList().get(nanos.size() / 2) / 1e6;
    }

    private static double auc(List<Long> some, List<Long> others) {
        double later = 0;
        for (long one : some) {
            for (long other : others) {
                later += one > other ? 1 : one == other ? 0.5 : 0;
            }
        }
        return later / some.size() / others.size();
    }
}
