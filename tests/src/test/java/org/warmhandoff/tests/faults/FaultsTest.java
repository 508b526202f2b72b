package org.warmhandoff.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A handful of faults on two nodes; {@link FaultsAtScaleTest} has them all. */
class FaultsTest {

    private static final int REFERRALS = Integer.getInteger("faults.few", 160);

    @Test
    void nothing_is_lost_or_doubled_while_partners_nodes_and_the_database_break() {
        Scenario scenario = new Scenario(
                "a handful",
                100,
                List.of(Storms.LOST_ANSWERS, Kills.ONE_NODE, Storms.SENDERS, Kills.POSTGRES, Storms.SERVER_ERRORS));
        try (Cluster cluster = new Cluster(KillablePostgres.somewhere())) {
            cluster.grow().grow();
            Outcome outcome = new Trial(cluster, "few", Seed.chosen()).run(scenario, REFERRALS);
            Progress.say("\n" + Outcome.HEAD + outcome.row());
            assertThat(outcome.violations()).isEmpty();
        }
    }
}
