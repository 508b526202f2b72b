package org.warmhandoff.server.disclosure.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;

/** Pages do not depend on where what is reduced was found. */
class VisibleHitsTest {

    private static VisibleHits hits(boolean sorted, int from, int size, String... found) {
        VisibleHits hits = new VisibleHits(sorted, from, size);
        for (String each : found) {
            if (!hits.isMore()) {
                Patient patient = new Patient();
                patient.setId(each.substring(1));
                hits.add(patient, each.startsWith("-"));
            }
        }
        if (hits.hasReduced() && !hits.isMore()) {
            hits.arrange(List.of("m", "a", "x", "b", "a"));
        }
        return hits;
    }

    @Test
    void what_is_reduced_comes_last_wherever_it_was_found() {
        for (String[] found : List.of(
                new String[] {"-b", "+x", "-a", "+m"},
                new String[] {"+x", "+m", "-a", "-b"},
                new String[] {"-a", "-b", "+x", "+m"},
                new String[] {"+x", "-a", "+m", "-b", "+x"})) {
            assertThat(hits(true, 0, 10, found).page()).containsExactly("x", "m", "a", "b");
            assertThat(hits(true, 0, 1, found).page()).containsExactly("x");
            assertThat(hits(true, 1, 2, found).page()).containsExactly("m", "a");
            assertThat(hits(true, 3, 2, found).page()).containsExactly("b");
            assertThat(hits(true, 4, 2, found).page()).isEmpty();
            for (int size = 1; size < 6; size++) {
                VisibleHits some = hits(true, 0, size, found);
                assertThat(some.isMore() || some.isMoreThanAPage()).isEqualTo(size < 4);
            }
        }
    }

    @Test
    void without_a_sort_nothing_moves() {
        assertThat(hits(false, 0, 10, "-b", "+x", "-a").page()).containsExactly("b", "x", "a");
        assertThat(hits(false, 1, 1, "-b", "+x", "-a").page()).containsExactly("x");
    }
}
