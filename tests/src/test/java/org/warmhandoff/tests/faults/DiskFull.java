package org.warmhandoff.tests.faults;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;

/** The disk of the database fills up, and somebody makes room again; PostgreSQL is started if it gave up meanwhile. */
final class DiskFull {

    static final Strike STRIKE = new Strike("disk full", DiskFull::strike);

    private DiskFull() {}

    private static void strike(Cluster cluster, Random random) {
        KillablePostgres postgres = Objects.requireNonNull(cluster.postgres());
        Path filler = SmallDisk.filler(postgres.folder());
        SmallDisk.fill(filler);
        Pause.ofMillis(8_000 + random.nextInt(6_000));
        Progress.say("disk full: PostgreSQL " + (postgres.alive() ? "is still there" : "gave up"));
        SmallDisk.free(filler);
        Pause.ofMillis(1_000);
        if (!postgres.answers()) {
            postgres.startAgain();
        }
    }
}
