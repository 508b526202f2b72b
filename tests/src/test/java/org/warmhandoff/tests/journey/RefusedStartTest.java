package org.warmhandoff.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.warmhandoff.tests.harness.PartnerEntries;
import org.warmhandoff.tests.harness.RunningServer;
import org.warmhandoff.tests.harness.ServerSetup;

/** A wrong configuration stops the start and says in one line what is wrong. */
class RefusedStartTest {

    private static final int PATIENCE_SECONDS = 120;

    @Test
    void a_wrong_partner_entry_is_named() throws InterruptedException {
        String partners = PartnerEntries.none()
                .with(PartnerEntries.programme("sunrise"))
                .with(PartnerEntries.rehab("harbor", "http://127.0.0.1:1/fhir").replace("rehab", "rehap"))
                .yaml();

        assertStops(ServerSetup.fresh("wrong-partner", partners), ".*partners\\[1].*harbor.*rehap.*");
    }

    @Test
    void a_wrong_value_is_named() throws InterruptedException {
        ServerSetup setup = ServerSetup.fresh(
                        "wrong-value",
                        PartnerEntries.none()
                                .with(PartnerEntries.programme("sunrise"))
                                .yaml())
                .with("warmhandoff.delivery.retry.initial", "soon");

        assertStops(setup, ".*warmhandoff\\.delivery\\.retry\\.initial.*");
    }

    private static void assertStops(ServerSetup setup, String line) throws InterruptedException {
        try (RunningServer server = RunningServer.launch(setup)) {
            assertThat(server.process().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("it ends by itself")
                    .isTrue();
            assertThat(server.process().exitValue()).isEqualTo(1);
            assertThat(server.output().lines()).anyMatch(said -> said.matches(line));
            assertThat(server.output()).as("no stack trace").doesNotContain("\tat ");
        }
    }
}
