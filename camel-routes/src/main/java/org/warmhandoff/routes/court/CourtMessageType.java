package org.warmhandoff.routes.court;

import static org.warmhandoff.routes.court.CourtSection.ATTENDANCE;
import static org.warmhandoff.routes.court.CourtSection.BIRTH_DATE;
import static org.warmhandoff.routes.court.CourtSection.COMPLIANCE;
import static org.warmhandoff.routes.court.CourtSection.DRUG_TESTS;
import static org.warmhandoff.routes.court.CourtSection.ENROLMENT;
import static org.warmhandoff.routes.court.CourtSection.LEVEL_OF_CARE;
import static org.warmhandoff.routes.court.CourtSection.PHASE;
import static org.warmhandoff.routes.court.CourtSection.RECOMMENDATION;
import static org.warmhandoff.routes.court.CourtSection.REPORTING_PERIOD;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The messages that go to a court ({@code CodeSystem/court-message}) and the most that each may say: 42 CFR 2.13(a)
 * allows only what its purpose needs.
 */
public enum CourtMessageType {
    REFERRAL_ACK("Receipt of referral"),
    ENROLMENT_NOTICE("Notice of enrolment", BIRTH_DATE, ENROLMENT, LEVEL_OF_CARE),
    INTAKE_NO_SHOW("Notice of missed intake", BIRTH_DATE),
    PROGRESS_REPORT(
            "Progress report",
            BIRTH_DATE,
            ENROLMENT,
            REPORTING_PERIOD,
            PHASE,
            LEVEL_OF_CARE,
            ATTENDANCE,
            DRUG_TESTS,
            COMPLIANCE,
            RECOMMENDATION),
    ATTENDANCE_REPORT("Attendance report", BIRTH_DATE, REPORTING_PERIOD, ATTENDANCE),
    DRUG_TEST_RESULT("Drug test result", BIRTH_DATE, REPORTING_PERIOD, DRUG_TESTS),
    NON_COMPLIANCE_NOTICE("Notice of non-compliance", BIRTH_DATE, REPORTING_PERIOD, ATTENDANCE, DRUG_TESTS, COMPLIANCE),
    LEVEL_OF_CARE_CHANGE("Change of level of care", BIRTH_DATE, LEVEL_OF_CARE, RECOMMENDATION),
    PHASE_COMPLETION("Completion of a phase", BIRTH_DATE, PHASE),
    COMPLETION_CERTIFICATE("Certificate of completion", BIRTH_DATE, ENROLMENT),
    UNSUCCESSFUL_DISCHARGE("Notice of unsuccessful discharge", BIRTH_DATE, ENROLMENT),
    TRANSFER("Notice of transfer", BIRTH_DATE, ENROLMENT),
    DEATH("Notice of death"),
    ROI_REVOKED_OR_EXPIRED("End of authority to report");

    private final String title;
    private final Set<CourtSection> sections;

    CourtMessageType(String title, CourtSection... sections) {
        this.title = title;
        this.sections = EnumSet.noneOf(CourtSection.class);
        this.sections.addAll(Arrays.asList(sections));
    }

    /** The code in {@code CodeSystem/court-message}, such as {@code progress-report}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What stands above the report. */
    public String title() {
        return title;
    }

    public boolean allows(CourtSection section) {
        return sections.contains(section);
    }

    /** Whether it says anything about treatment at all. */
    boolean reportsTreatment() {
        return !sections.isEmpty();
    }

    public static Optional<CourtMessageType> ofCode(String code) {
        return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
    }
}
