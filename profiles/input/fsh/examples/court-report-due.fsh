Instance: court-report-due
InstanceOf: IopCourtReportTask
Usage: #example
Title: "A report is due before the hearing"
* insert Part2Record
* status = #requested
* intent = #order
* code = TaskCodeCodes#produce-court-report
* focus = Reference(referral-by-court)
* for = Reference(jordan-doe)
* authoredOn = "2026-12-01"
* executionPeriod.start = "2026-12-01"
* executionPeriod.end = "2026-12-08"
* owner = Reference(lena-ortiz-at-sunrise)
* restriction.period.end = "2026-12-10"
