Instance: jordan-intake
InstanceOf: IopAppointment
Usage: #example
Title: "An intake appointment"
* insert Part2Record
* status = #booked
* serviceType = SessionTypeCodes#intake-assessment
* start = "2026-11-25T13:00:00-05:00"
* end = "2026-11-25T14:00:00-05:00"
* slot = Reference(intake-slot)
* basedOn = Reference(referral-at-discharge)
* participant[+].actor = Reference(jordan-doe)
* participant[=].status = #accepted
* participant[+].actor = Reference(lena-ortiz)
* participant[=].status = #accepted
