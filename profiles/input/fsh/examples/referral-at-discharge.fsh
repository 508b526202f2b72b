Instance: referral-at-discharge
InstanceOf: IopReferral
Usage: #example
Title: "A hospital refers at discharge"
* insert Part2Record
* extension[requestedLevel].valueCodeableConcept = AsamLevelCodes#2.1
* identifier[placer].system = "https://mercy.example/orders"
* identifier[placer].value = "REF-1001"
* status = #active
* intent = #order
* category[kind] = ReferralKindCodes#hospital-discharge
* priority = #asap
* code = $SCT#1254709001
* subject = Reference(jordan-doe)
* authoredOn = "2026-11-23T08:30:00-05:00"
* requester = Reference(mara-stone-at-mercy)
* performer = Reference(sunrise-iop)
* identifier[filler].system = "https://warmhandoff.org/fhir/referral"
* identifier[filler].value = "WH-7"
* extension[authorization].extension[identifier].valueIdentifier.value = "AUTH778"
* extension[authorization].extension[period].valuePeriod.start = "2026-11-23"
* extension[authorization].extension[period].valuePeriod.end = "2027-01-23"
* extension[authorization].extension[requestedUnits].valueQuantity.value = 30
* extension[authorization].extension[authorizedUnits].valueQuantity.value = 24
* occurrencePeriod.start = "2026-11-23"
* occurrencePeriod.end = "2026-12-23"
* reasonCode = $ICD10CM#F11.20
* reasonReference[+] = Reference(jordan-opioid-dependence)
* reasonReference[+] = Reference(jordan-bpd)
* insurance = Reference(jordan-acme)
* supportingInfo = Reference(jordan-consent-tpo)
* note.text = "Discharging today, DBT track requested."
