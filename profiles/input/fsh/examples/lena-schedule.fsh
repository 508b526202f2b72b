Instance: lena-schedule
InstanceOf: IopSchedule
Usage: #example
Title: "Intakes of one therapist"
* active = true
* serviceType = SessionTypeCodes#intake-assessment
* actor = Reference(lena-ortiz-at-sunrise)
* planningHorizon.start = "2026-11-01"
* planningHorizon.end = "2026-12-31"
