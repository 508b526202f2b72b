Instance: referral-by-court
InstanceOf: IopReferral
Usage: #example
Title: "A court orders treatment"
* insert Part2Record
* extension[requestedLevel].valueCodeableConcept = AsamLevelCodes#2.1
* identifier[placer].system = "https://county-court.example/orders"
* identifier[placer].value = "CR-2026-00123-1"
* status = #active
* intent = #order
* category[kind] = ReferralKindCodes#court-ordered
* priority = #routine
* code = $SCT#1254709001
* subject = Reference(jordan-doe)
* authoredOn = "2026-11-23T08:30:00-05:00"
* requester = Reference(county-court)
* performer = Reference(sunrise-iop)
* extension[courtCase].extension[docket].valueIdentifier.value = "CR-2026-00123"
* extension[courtCase].extension[court].valueReference = Reference(county-court)
* extension[courtCase].extension[hearing].valueDate = "2026-12-15"
* extension[courtCase].extension[condition][+].valueString = "Nine hours of treatment a week"
* extension[courtCase].extension[condition][+].valueString = "Two drug tests a week"
* reasonCode.text = "Condition of probation"
