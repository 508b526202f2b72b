package org.warmhandoff.server.referral.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmhandoff.profiles.BusinessStatus;

class SlaTimerTest {

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");

    /** 2026-11-20 is a Friday. */
    @ParameterizedTest
    @CsvSource({
        "delivered, stat, 2026-11-20T16:00:00Z, 2026-11-20T17:00:00Z",
        "delivered, asap, 2026-11-20T16:00:00Z, 2026-11-20T20:00:00Z",
        "delivered, routine, 2026-11-20T16:00:00Z, 2026-11-23T16:00:00Z",
        "delivered, , 2026-11-19T16:00:00Z, 2026-11-20T16:00:00Z",
        "in-triage, urgent, 2026-11-20T16:00:00Z, 2026-11-21T16:00:00Z",
        "in-triage, routine, 2026-11-20T16:00:00Z, 2026-11-24T16:00:00Z",
        "accepted, routine, 2026-11-20T16:00:00Z, 2026-12-04T16:00:00Z",
        "consent-pending, routine, 2026-11-20T16:00:00Z, 2026-11-27T16:00:00Z"
    })
    void business_days_skip_weekends_and_hours_do_not(
            String state, @Nullable String priority, Instant since, Instant due) {
        TaskPriority given = priority == null ? null : TaskPriority.fromCode(priority);

        assertThat(timer(state).due(given, since, ZONE)).isEqualTo(due);
    }

    @Test
    void a_business_day_is_a_day_on_the_wall_clock_where_the_programme_is() {
        // The clocks go back on Sunday, 2026-11-01.
        assertThat(timer("delivered").due(TaskPriority.ROUTINE, Instant.parse("2026-10-30T15:00:00Z"), ZONE))
                .isEqualTo("2026-11-02T16:00:00Z");
    }

    @Test
    void who_is_in_treatment_or_done_is_not_timed() {
        assertThat(SlaTimer.of(BusinessStatus.ADMITTED)).isEmpty();
        assertThat(SlaTimer.of(BusinessStatus.CLOSED_COMPLETED)).isEmpty();
        assertThat(SlaTimer.of(BusinessStatus.INTAKE_SCHEDULED)).isEmpty();
    }

    private static SlaTimer timer(String state) {
        return SlaTimer.of(BusinessStatus.ofCode(state).orElseThrow()).orElseThrow();
    }
}
