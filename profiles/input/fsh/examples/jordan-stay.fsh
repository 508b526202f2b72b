Instance: jordan-stay
InstanceOf: IopEpisode
Usage: #example
Title: "A stay under way"
* insert Part2Record
* extension[admissionType].valueCodeableConcept = AdmissionTypeCodes#step-down
* extension[referralSource].valueCodeableConcept = ReferralSourceCodes#hospital
* extension[edition].valueCode = #4
* status = #active
* statusHistory.status = #planned
* statusHistory.period.start = "2026-11-24"
* statusHistory.period.end = "2026-11-30"
* type = AsamLevelCodes#2.1
* diagnosis.condition = Reference(jordan-opioid-dependence)
* patient = Reference(jordan-doe)
* managingOrganization = Reference(sunrise-iop)
* period.start = "2026-11-30"
* referralRequest = Reference(referral-at-discharge)
* careManager = Reference(lena-ortiz)
* team = Reference(jordan-team)
