Profile: IopCourtReportTask
Parent: Task
Id: iop-court-report-task
Title: "Court report task"
Description: "A report to the court is due: three business days before the hearing, or weekly."
* insert Labelled
* status MS
* intent MS
* code 1..1 MS
* code = TaskCodeCodes#produce-court-report
* focus 1..1 MS
* focus only Reference(ServiceRequest)
* focus ^short = "The court-ordered referral"
* for 1..1 MS
* for only Reference(Patient)
* executionPeriod MS
* executionPeriod ^short = "The reporting period"
* owner MS
* restriction MS
* restriction.period MS
* restriction.period.end MS
* restriction.period.end ^short = "When the report has to be out"
* output MS
