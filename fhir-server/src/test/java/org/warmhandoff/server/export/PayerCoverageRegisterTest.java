package org.warmhandoff.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.warmhandoff.server.work.QueueDatabase;

class PayerCoverageRegisterTest {

    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");
    private static final Instant AUGUST = Instant.parse("2026-08-01T00:00:00Z");

    private final JdbcTemplate jdbc = new JdbcTemplate(QueueDatabase.empty());
    private final PayerCoverageRegister register = new PayerCoverageRegister(jdbc, Clock.systemUTC());

    @BeforeEach
    void empty() {
        jdbc.execute("truncate warmhandoff.payer_coverage, warmhandoff.payer_group_due");
    }

    @Test
    void a_member_is_whom_an_active_coverage_covers_now() {
        register.replace("open", List.of(coverage("acme", "1", true, null, null)));
        register.replace("now", List.of(coverage("acme", "2", true, JUNE, JULY)));
        register.replace("over", List.of(coverage("acme", "3", true, null, JUNE)));
        register.replace("to-come", List.of(coverage("acme", "4", true, JULY, null)));
        register.replace("cancelled", List.of(coverage("acme", "5", false, null, null)));
        register.replace("other", List.of(coverage("beta", "6", true, null, null)));

        assertThat(membersAt(JUNE, "acme")).containsExactly("1", "2");
        assertThat(membersAt(JULY, "acme")).containsExactly("1", "4");
        assertThat(register.coverages("acme")).containsExactlyInAnyOrder("open", "now", "over", "to-come", "cancelled");
    }

    @Test
    void the_last_word_about_a_coverage_counts_and_both_payers_groups_are_due() {
        register.replace("c", List.of(coverage("acme", "1", true, null, null)));
        register.takeDue("acme");

        assertThat(register.replace("c", List.of(coverage("beta", "2", true, null, null))))
                .isTrue();

        assertThat(membersAt(JUNE, "acme")).isEmpty();
        assertThat(membersAt(JUNE, "beta")).containsExactly("2");
        assertThat(register.due()).containsExactly("acme", "beta");
    }

    @Test
    void a_coverage_that_says_what_it_said_makes_nothing_due() {
        List<PayerCoverage> same = List.of(coverage("acme", "1", true, JUNE, AUGUST));
        register.replace("c", same);
        assertThat(register.takeDue("acme")).isTrue();
        assertThat(register.replace("c", same)).isFalse();
        assertThat(register.takeDue("acme")).isFalse();
        assertThat(register.replace("unknown", List.of())).isFalse();
    }

    @Test
    void a_period_that_began_or_ended_is_found_once() {
        register.replace("ends", List.of(coverage("acme", "1", true, null, JULY)));
        register.replace("begins", List.of(coverage("beta", "2", true, JULY, null)));
        assertThat(register.crossed(JUNE, JULY.minusSeconds(1))).isEmpty();
        assertThat(register.crossed(JUNE, JULY)).containsExactlyInAnyOrder("acme", "beta");
        assertThat(register.crossed(JULY, AUGUST)).isEmpty();
    }

    private List<String> membersAt(Instant now, String payer) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new PayerCoverageRegister(jdbc, clock)
                .members(payer).stream().map(Member::patientId).toList();
    }

    private static PayerCoverage coverage(
            String payer, String patient, boolean active, @Nullable Instant from, @Nullable Instant until) {
        return new PayerCoverage(payer, patient, active, new CoveredPeriod(from, until), null, null);
    }
}
