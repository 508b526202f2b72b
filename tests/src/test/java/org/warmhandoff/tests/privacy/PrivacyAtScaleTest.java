package org.warmhandoff.tests.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Thousands of requests, of our own two servers or any two others; see docs/privacy-kit.md. */
@Tag("privacy")
class PrivacyAtScaleTest {

    private static final int REQUESTS = Integer.getInteger("privacy.requests", 5_000);

    @Test
    void what_is_withheld_changes_no_answer() {
        if (AnyServers.named()) {
            AnyServers servers = AnyServers.ofProperties();
            Findings findings = new Run(servers.a(), servers.b(), AnyServers.OVERSEER)
                    .ask("any", List.of(AnyServers.TESTED), REQUESTS);
            assertThat(findings.differences()).isEmpty();
            return;
        }
        try (TwoWorlds worlds = new TwoWorlds()) {
            Run run = new Run(worlds.without(), worlds.with(), TwoWorlds.STAFF);
            Findings findings = run.ask("many", TwoWorlds.OUTSIDE, REQUESTS);
            Report.write("timing", Timing.of(run, TwoWorlds.OUTSIDE).toString());
            assertThat(findings.differences()).isEmpty();
        }
    }
}
