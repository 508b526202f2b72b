package org.warmhandoff.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All scenarios, on {@code -Dfaults.referrals} referrals in all; leaves its report in target/faults/report.md. */
@Tag("faults")
class FaultsAtScaleTest {

    private static final int REFERRALS = Integer.getInteger("faults.referrals", 10_000);

    private static final Scenario ONE_NODE = new Scenario(
            "one node, embedded database",
            8,
            List.of(
                    Kills.ONE_NODE,
                    Storms.LOST_ANSWERS,
                    Kills.NODE_AND_ITS_POSTGRES,
                    Storms.SENDERS,
                    Kills.ONE_NODE,
                    Kills.STOP_ONE_NODE));

    private static final Scenario PARTNERS = new Scenario(
            "two nodes, partners and networks break",
            32,
            List.of(
                    Storms.RESETS,
                    Storms.HALF_OPEN,
                    Storms.LOST_ANSWERS,
                    Storms.SLOW,
                    Storms.DOWN,
                    Storms.FLAPPING,
                    Storms.SERVER_ERRORS,
                    Storms.SENDERS,
                    Storms.LOST_ANSWERS,
                    Storms.HALF_OPEN,
                    Storms.SENDERS,
                    Storms.FLAPPING));

    private static final Scenario NODES = new Scenario(
            "two nodes are killed",
            22,
            List.of(Kills.ONE_NODE, Kills.ALL_NODES, Kills.ONE_NODE, Kills.STOP_ONE_NODE, Kills.ALL_NODES));

    private static final Scenario DATABASE = new Scenario(
            "PostgreSQL is killed under two nodes",
            16,
            List.of(
                    Kills.POSTGRES,
                    Kills.POSTGRES,
                    Kills.NODE_AND_POSTGRES,
                    Kills.POSTGRES,
                    Storms.LOST_ANSWERS,
                    Kills.POSTGRES));

    private static final Scenario EVERYTHING = new Scenario(
            "three nodes, everything breaks",
            16,
            List.of(
                    Storms.SENDERS,
                    Kills.ONE_NODE,
                    Storms.LOST_ANSWERS,
                    Kills.POSTGRES,
                    Storms.FLAPPING,
                    Kills.ALL_NODES,
                    Storms.SERVER_ERRORS,
                    Kills.NODE_AND_POSTGRES,
                    Storms.HALF_OPEN));

    private static final Scenario DISK = new Scenario(
            "disk full under two nodes", 6, List.of(DiskFull.STRIKE, Storms.LOST_ANSWERS, DiskFull.STRIKE));

    private final Report report = new Report(REFERRALS);
    private final List<String> broken = new ArrayList<>();

    @Test
    void nothing_is_lost_or_doubled_whatever_breaks() {
        attempt(this::shared);
        attempt(this::fullDisk);
        attempt(this::embedded);
        assertThat(broken).isEmpty();
    }

    /** One that cannot be run to its end fails the test, but not before the others were tried. */
    private void attempt(Runnable scenarios) {
        try {
            scenarios.run();
        } catch (RuntimeException e) {
            report.note("Broken off: " + e);
            broken.add(e.toString());
        }
    }

    private void embedded() {
        try (Cluster cluster = new Cluster(null)) {
            run(cluster.grow(), "one", ONE_NODE);
        }
    }

    private void shared() {
        try (Cluster cluster = new Cluster(KillablePostgres.somewhere())) {
            cluster.grow().grow();
            run(cluster, "partners", PARTNERS);
            run(cluster, "nodes", NODES);
            run(cluster, "database", DATABASE);
            run(cluster.grow(), "all", EVERYTHING);
        }
    }

    private void fullDisk() {
        Optional<SmallDisk> disk = SmallDisk.mount();
        if (disk.isEmpty()) {
            report.note("Disk full was not tried: this user may not mount a tmpfs.");
            return;
        }
        try (SmallDisk small = disk.get();
                Cluster cluster = new Cluster(new KillablePostgres(small.folder()))) {
            run(cluster.grow().grow(), "disk", DISK);
        }
    }

    private void run(Cluster cluster, String name, Scenario scenario) {
        Outcome outcome = new Trial(cluster, name, Seed.chosen()).run(scenario, scenario.referrals(REFERRALS));
        report.add(outcome);
        outcome.violations().forEach(violation -> broken.add(scenario.name() + ": " + violation));
    }
}
