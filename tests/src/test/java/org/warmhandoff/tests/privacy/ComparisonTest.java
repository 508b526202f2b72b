package org.warmhandoff.tests.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kit finds a leak of each kind, and none where there is none. */
class ComparisonTest {

    private static final List<Probe> PROBES = List.of(
            Probe.get(Exit.READ, "Patient/hidden"),
            Probe.get(Exit.READ, "Group/payer").header("Prefer", "return=minimal"),
            Probe.get(Exit.COUNTS, "Patient")
                    .with("gender", "female")
                    .with("_total", "accurate")
                    .with("_count", "1"),
            Probe.get(Exit.CHAIN, "Task").with("status", "ready").with("subject.name", "Hidden"));

    @ParameterizedTest
    @EnumSource(value = LeakyServer.Leak.class, mode = EnumSource.Mode.EXCLUDE, names = "NOTHING")
    void one_leak_is_one_difference_made_as_small_as_it_gets(LeakyServer.Leak leak) {
        Findings findings = compare(leak);

        assertThat(findings.differences()).singleElement().satisfies(difference -> assertThat(
                        difference.smallest().query().size()
                                + difference.smallest().headers().size())
                .isLessThanOrEqualTo(1));
        assertThat(findings.markdown(1, "http://a")).contains("curl -i -X GET");
    }

    @Test
    void what_the_norm_lets_vary_is_no_difference() {
        assertThat(compare(LeakyServer.Leak.NOTHING).differences()).isEmpty();
    }

    private static Findings compare(LeakyServer.Leak leak) {
        try (LeakyServer without = new LeakyServer(leak, false);
                LeakyServer with = new LeakyServer(leak, true)) {
            return new Comparison(without.side(), with.side()).run(List.of("nobody"), PROBES);
        }
    }
}
