package org.warmhandoff.routes.court;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.routes.court.CourtReports.test;
import static org.warmhandoff.routes.court.DrugTestResult.ADULTERATED;
import static org.warmhandoff.routes.court.DrugTestResult.DILUTE;
import static org.warmhandoff.routes.court.DrugTestResult.MISSED;
import static org.warmhandoff.routes.court.DrugTestResult.NEGATIVE;
import static org.warmhandoff.routes.court.DrugTestResult.POSITIVE;
import static org.warmhandoff.routes.court.DrugTestResult.REFUSED;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.warmhandoff.routes.court.Compliance.Rating;
import org.warmhandoff.routes.court.Compliance.Reason;

class ComplianceTest {

    private static final AttendanceSummary ALL = attended(9, 9, 0, 0);
    private static final String DAY = "2026-11-20";

    @Test
    void full_attendance_and_clean_tests_are_compliant() {
        assertThat(Compliance.of(ALL, List.of(test(DAY, NEGATIVE, true))))
                .contains(new Compliance(Rating.COMPLIANT, List.of()));
    }

    @Test
    void an_excused_absence_and_an_expected_positive_are_no_lapses() {
        assertThat(rating(attended(9, 6, 3, 0), test(DAY, POSITIVE, true))).isEqualTo(Rating.COMPLIANT);
    }

    @Test
    void one_unexcused_absence_is_partial_with_its_reason() {
        assertThat(Compliance.of(attended(9, 8, 0, 1), List.of()))
                .contains(new Compliance(Rating.PARTIAL, List.of(Reason.UNEXCUSED_ABSENCE)));
    }

    @Test
    void one_unexpected_positive_missed_or_dilute_test_is_partial() {
        assertThat(rating(ALL, test(DAY, POSITIVE, false))).isEqualTo(Rating.PARTIAL);
        assertThat(rating(ALL, test(DAY, MISSED, false))).isEqualTo(Rating.PARTIAL);
        assertThat(rating(ALL, test(DAY, DILUTE, false))).isEqualTo(Rating.PARTIAL);
    }

    @Test
    void two_lapses_in_testing_are_non_compliant() {
        assertThat(Compliance.of(ALL, List.of(test(DAY, POSITIVE, false), test(DAY, MISSED, false))))
                .contains(
                        new Compliance(Rating.NON_COMPLIANT, List.of(Reason.UNEXPECTED_POSITIVE, Reason.MISSED_TEST)));
    }

    @Test
    void one_refused_or_tampered_test_is_non_compliant() {
        assertThat(rating(ALL, test(DAY, REFUSED, false))).isEqualTo(Rating.NON_COMPLIANT);
        assertThat(rating(ALL, test(DAY, ADULTERATED, false))).isEqualTo(Rating.NON_COMPLIANT);
    }

    @Test
    void fewer_than_three_in_four_sessions_due_are_non_compliant() {
        assertThat(rating(attended(8, 6, 0, 2))).isEqualTo(Rating.PARTIAL);
        assertThat(rating(attended(8, 5, 0, 3))).isEqualTo(Rating.NON_COMPLIANT);
        assertThat(rating(attended(8, 3, 4, 1))).isEqualTo(Rating.PARTIAL);
    }

    @Test
    void nothing_scheduled_and_nothing_tested_has_no_rating() {
        assertThat(Compliance.of(attended(0, 0, 0, 0), List.of())).isEmpty();
    }

    private static Rating rating(AttendanceSummary attendance, DrugTest... tests) {
        return Compliance.of(attendance, List.of(tests)).orElseThrow().rating();
    }

    private static AttendanceSummary attended(int scheduled, int attended, int excused, int unexcused) {
        return new AttendanceSummary(scheduled, attended, 0, excused, unexcused, attended * 60);
    }
}
