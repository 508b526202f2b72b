package org.warmhandoff.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Coverage.CoverageStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayerCoverageTest {

    private final PayerMatcher matcher = new PayerMatcher(Payers.DIRECTORY);

    @Test
    void a_coverage_says_whom_which_payer_covers_and_when() {
        Coverage coverage = coverage(CoverageStatus.ACTIVE, "Patient/1", "Organization/acme-health");
        coverage.setPeriod(period("2026-01-01", "2026-12-31"));
        assertThat(read(coverage))
                .containsExactly(new PayerCoverage(
                        "acme-health",
                        "1",
                        true,
                        new CoveredPeriod(midnight("2026-01-01"), midnight("2027-01-01")),
                        "2026-01-01",
                        "2026-12-31"));
    }

    @ParameterizedTest
    @CsvSource({"CANCELLED, 1", "DRAFT, 1", "ENTEREDINERROR, 0"})
    void one_that_is_not_active_makes_nobody_a_member(CoverageStatus status, int known) {
        List<PayerCoverage> coverages = read(coverage(status, "Patient/1", "Organization/acme-health"));
        assertThat(coverages).hasSize(known).noneMatch(PayerCoverage::active);
    }

    @Test
    void without_a_patient_or_a_payer_among_the_partners_it_says_nothing() {
        assertThat(read(coverage(CoverageStatus.ACTIVE, "Group/1", "Organization/acme-health")))
                .isEmpty();
        assertThat(read(coverage(CoverageStatus.ACTIVE, "Patient/1", "Organization/other")))
                .isEmpty();
        assertThat(read(new Coverage().setStatus(CoverageStatus.ACTIVE))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026, 2027-01-01T00:00:00Z",
        "2026-02, 2026-03-01T00:00:00Z",
        "2026-02-28T10:00:00Z, 2026-02-28T10:00:01Z",
        "2026-02-28T10:00:00.500Z, 2026-02-28T10:00:01.500Z"
    })
    void a_period_lasts_to_the_end_of_what_its_end_names(String end, Instant until) {
        Instant expected = end.contains("T") ? until : midnight(until.toString().substring(0, 10));
        assertThat(CoveredPeriod.of(period(null, end))).isEqualTo(new CoveredPeriod(null, expected));
    }

    @Test
    void somebody_with_several_coverages_is_one_member_from_the_first_to_the_last_of_their_days() {
        assertThat(Member.of(List.of(
                        row("2", "2026-03-01", "2026-12-31"),
                        row("1", "2026-02-01", "2026-06-30"),
                        row("2", "2026-01-01", "2026-06-30"))))
                .containsExactly(
                        new Member("1", "2026-02-01", "2026-06-30"), new Member("2", "2026-01-01", "2026-12-31"));
        assertThat(Member.of(List.of(row("1", null, "2026-12-31"), row("1", "2026-01-01", null))))
                .containsExactly(new Member("1", null, null));
    }

    private List<PayerCoverage> read(Coverage coverage) {
        return PayerCoverage.of(coverage, matcher, id -> Optional.empty());
    }

    private static PayerCoverage row(String patient, String start, String end) {
        return new PayerCoverage("acme-health", patient, true, CoveredPeriod.of(period(start, end)), start, end);
    }

    private static Coverage coverage(CoverageStatus status, String beneficiary, String payor) {
        return new Coverage()
                .setStatus(status)
                .setBeneficiary(new Reference(beneficiary))
                .addPayor(new Reference(payor));
    }

    private static Period period(String start, String end) {
        Period period = new Period();
        if (start != null) {
            period.setStartElement(new DateTimeType(start));
        }
        if (end != null) {
            period.setEndElement(new DateTimeType(end));
        }
        return period;
    }

    private static Instant midnight(String date) {
        return LocalDate.parse(date).atStartOfDay(ZoneId.systemDefault()).toInstant();
    }
}
