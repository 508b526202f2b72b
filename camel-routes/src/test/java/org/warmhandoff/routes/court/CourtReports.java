package org.warmhandoff.routes.court;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.court.DisclosureAuthority.Kind;

/** Reports to test with. */
final class CourtReports {

    static final UUID MESSAGE = UUID.fromString("7a0f9b52-0d3c-4d0e-9a9e-2f9b8f1c6d11");
    static final Instant CREATED = Instant.parse("2026-11-23T18:30:05.123Z");
    static final DisclosureAuthority CONSENT = new DisclosureAuthority(
            Kind.CONSENT_2_35,
            "roi-1",
            LocalDate.parse("2027-05-01"),
            "ab".repeat(32),
            "Purposes: legal proceeding. In force until 2027-05-01.");

    private CourtReports() {}

    static CourtReport full(CourtMessageType type) {
        return report(type, "CR-2026-00123", content());
    }

    static CourtReport report(CourtMessageType type, String docket, ReportContent content) {
        return new CourtReport(
                MESSAGE,
                type,
                new ReportedCase("county-court", "County Treatment Court", docket),
                new Participant("TC-778", LocalDate.parse("1990-04-12")),
                content,
                CONSENT,
                CREATED);
    }

    static ReportContent content() {
        AttendanceSummary attendance = new AttendanceSummary(9, 8, 1, 1, 0, 1440);
        List<DrugTest> tests = List.of(
                test("2026-11-17", DrugTestResult.NEGATIVE, true), test("2026-11-20", DrugTestResult.POSITIVE, false));
        return new ReportContent(
                LocalDate.parse("2026-11-02"),
                new ReportingPeriod(LocalDate.parse("2026-11-16"), LocalDate.parse("2026-11-22")),
                "Phase 1",
                new LevelOfCare("2.1", "4"),
                attendance,
                tests,
                new Conclusion(nullable(attendance, tests), Recommendation.CONTINUE),
                null);
    }

    static DrugTest test(String date, DrugTestResult result, boolean expected) {
        return new DrugTest(LocalDate.parse(date), result, expected);
    }

    private static @Nullable Compliance nullable(AttendanceSummary attendance, List<DrugTest> tests) {
        return Compliance.of(attendance, tests).orElse(null);
    }
}
