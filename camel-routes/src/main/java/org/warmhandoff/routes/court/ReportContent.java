package org.warmhandoff.routes.court;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report says; null means not known, and what is not known is not in the report.
 *
 * @param phase the phase of the court's programme, as the court counts it
 * @param outcome in a receipt, how the referral ended without treatment
 */
public record ReportContent(
        @Nullable LocalDate enrolledOn,
        @Nullable ReportingPeriod period,
        @Nullable String phase,
        @Nullable LevelOfCare level,
        @Nullable AttendanceSummary attendance,
        List<DrugTest> drugTests,
        Conclusion conclusion,
        @Nullable ReferralOutcome outcome) {

    /** Nothing but that the message exists. */
    public static final ReportContent NOTHING =
            new ReportContent(null, null, null, null, null, List.of(), Conclusion.NONE, null);

    public ReportContent {
        phase = PlainText.cleanOrNull(phase);
        drugTests = List.copyOf(drugTests);
    }

    ReportContent restrictedTo(CourtMessageType type) {
        return new ReportContent(
                type.allows(CourtSection.ENROLMENT) ? enrolledOn : null,
                type.allows(CourtSection.REPORTING_PERIOD) ? period : null,
                type.allows(CourtSection.PHASE) ? phase : null,
                type.allows(CourtSection.LEVEL_OF_CARE) ? level : null,
                type.allows(CourtSection.ATTENDANCE) ? attendance : null,
                type.allows(CourtSection.DRUG_TESTS) ? drugTests : List.of(),
                conclusion.restrictedTo(type),
                type == CourtMessageType.REFERRAL_ACK ? outcome : null);
    }
}
