CodeSystem: CourtReportSectionCodes
Id: court-report-section
Title: "Court report section"
Description: "The sections of a court report, and the only ones that it may have."
* insert OwnCodeSystem(court-report-section)
* #participant "Participant"
* #reporting-period "Reporting period"
* #attendance "Attendance"
* #drug-tests "Drug tests"
* #phase-compliance "Phase and compliance"
* #level-of-care "Level of care"
* #recommendation "Recommendation"
* #next-steps "Next steps"
* #part2-notice "Notice under 42 CFR 2.32"
