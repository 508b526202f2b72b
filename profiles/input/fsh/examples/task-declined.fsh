Instance: task-declined
InstanceOf: IopReferralTask
Usage: #example
Title: "A declined referral"
* insert Part2Record
* identifier[placer].system = "https://mercy.example/orders"
* identifier[placer].value = "REF-1001"
* basedOn = Reference(referral-at-discharge)
* status = #rejected
* businessStatus = ReferralBusinessStatusCodes#declined
* intent = #order
* priority = #asap
* code = $TaskCode#fulfill
* focus = Reference(referral-at-discharge)
* for = Reference(jordan-doe)
* authoredOn = "2026-11-23T08:30:00-05:00"
* lastModified = "2026-11-23T09:10:00-05:00"
* requester = Reference(mercy-hospital)
* owner = Reference(sunrise-iop)
* restriction.period.end = "2026-12-23"
* statusReason = DeclineReasonCodes#no-capacity
* output.type = TaskOutputCodes#alternative
* output.valueReference = Reference(harbor-rehab)
