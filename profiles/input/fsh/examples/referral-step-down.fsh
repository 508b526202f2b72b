Instance: referral-step-down
InstanceOf: IopReferral
Usage: #example
Title: "A rehab centre steps a client down"
* insert Part2Record
* extension[requestedLevel].valueCodeableConcept = AsamLevelCodes#2.1
* identifier[placer].system = "https://harbor.example/orders"
* identifier[placer].value = "HB-88"
* status = #active
* intent = #order
* category[kind] = ReferralKindCodes#step-down
* priority = #routine
* code = $SCT#1254709001
* subject = Reference(jordan-doe)
* authoredOn = "2026-11-23T08:30:00-05:00"
* requester = Reference(harbor-rehab)
* performer = Reference(sunrise-iop)
* reasonReference = Reference(jordan-opioid-dependence)
