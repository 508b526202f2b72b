Instance: jordan-court-report
InstanceOf: IopCourtReport
Usage: #example
Title: "Progress report before a hearing"
* insert Part2Record
* extension[disclosureAuthority].valueReference = Reference(jordan-consent-court)
* identifier.value = "6d7a2f0e-6a0e-4b0a-9d5b-0f1c9d1f2a77"
* status = #final
* type = DocumentTypeCodes#court-report
* category = CourtMessageCodes#progress-report
* subject = Reference(jordan-doe)
* date = "2026-12-09"
* author = Reference(lena-ortiz-at-sunrise)
* title = "Progress report"
* attester.mode = #professional
* attester.party = Reference(lena-ortiz-at-sunrise)
* custodian = Reference(sunrise-iop)
* section[+].title = "Participant"
* section[=].code = CourtReportSectionCodes#participant
* section[=].text.status = #additional
* section[=].text.div = "<div xmlns='http://www.w3.org/1999/xhtml'>Participant TC-0412</div>"
* section[+].title = "Reporting period"
* section[=].code = CourtReportSectionCodes#reporting-period
* section[=].text.status = #additional
* section[=].text.div = "<div xmlns='http://www.w3.org/1999/xhtml'>1 to 8 December 2026</div>"
* section[+].title = "Attendance"
* section[=].code = CourtReportSectionCodes#attendance
* section[=].text.status = #additional
* section[=].text.div = "<div xmlns='http://www.w3.org/1999/xhtml'>9 scheduled, 8 attended, 1 excused; 24 hours</div>"
* section[+].title = "Drug tests"
* section[=].code = CourtReportSectionCodes#drug-tests
* section[=].text.status = #additional
* section[=].text.div = "<div xmlns='http://www.w3.org/1999/xhtml'>3 December: as expected</div>"
* section[+].title = "Phase and compliance"
* section[=].code = CourtReportSectionCodes#phase-compliance
* section[=].text.status = #additional
* section[=].text.div = "<div xmlns='http://www.w3.org/1999/xhtml'>Phase 1, compliant</div>"
* section[+].title = "Level of care"
* section[=].code = CourtReportSectionCodes#level-of-care
* section[=].text.status = #additional
* section[=].text.div = "<div xmlns='http://www.w3.org/1999/xhtml'>2.1</div>"
* section[+].title = "Recommendation"
* section[=].code = CourtReportSectionCodes#recommendation
* section[=].text.status = #additional
* section[=].text.div = "<div xmlns='http://www.w3.org/1999/xhtml'>Continue</div>"
* section[+].title = "Next steps"
* section[=].code = CourtReportSectionCodes#next-steps
* section[=].text.status = #additional
* section[=].text.div = "<div xmlns='http://www.w3.org/1999/xhtml'>Weekly individual sessions</div>"
* section[+].title = "Notice"
* section[=].code = CourtReportSectionCodes#part2-notice
* section[=].text.status = #additional
* section[=].text.div = "<div xmlns='http://www.w3.org/1999/xhtml'>42 CFR part 2 prohibits unauthorized use or disclosure of these records.</div>"
