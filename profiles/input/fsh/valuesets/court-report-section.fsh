ValueSet: CourtReportSection
Id: court-report-section
Title: "Court report section"
Description: "All codes of the code system court-report-section."
* include codes from system CourtReportSectionCodes
