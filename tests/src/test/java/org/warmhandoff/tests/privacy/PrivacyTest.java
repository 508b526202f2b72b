package org.warmhandoff.tests.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A few hundred requests, as everybody who is not staff; {@link PrivacyAtScaleTest} has thousands. */
class PrivacyTest {

    private static final int REQUESTS = Integer.getInteger("privacy.few", 360);
    private static final int AS_STAFF = 60;

    @Test
    void what_is_withheld_changes_no_answer_but_those_to_staff() {
        try (TwoWorlds worlds = new TwoWorlds()) {
            Run run = new Run(worlds.without(), worlds.with(), TwoWorlds.STAFF);

            Findings outside = run.ask("few", TwoWorlds.OUTSIDE, REQUESTS);
            Findings staff = run.ask("as-staff", List.of(TwoWorlds.STAFF), AS_STAFF);

            assertThat(outside.differences()).isEmpty();
            assertThat(outside.answered()).as("requests with content").isPositive();
            assertThat(staff.differences())
                    .as("Staff sees what is withheld from others, so the kit must tell the two apart")
                    .isNotEmpty();
        }
    }
}
