Instance: jordan-consent-court
InstanceOf: IopConsentPart2
Usage: #example
Title: "Consent to the treatment court"
* insert Part2Record
* status = #active
* scope = $ConsentScope#patient-privacy
* category[kind] = ConsentKindCodes#criminal-justice-2.35
* category[privacyConsent] = $LOINC#59284-0
* patient = Reference(jordan-doe)
* dateTime = "2026-11-23"
* performer = Reference(jordan-doe)
* organization = Reference(sunrise-iop)
* sourceReference = Reference(jordan-signed-release)
* policy.uri = "https://www.ecfr.gov/current/title-42/chapter-I/subchapter-A/part-2"
* policyRule = $ActCode#42CFRPart2CD
* provision.type = #permit
* provision.actor[+].role = $ParticipationType#IRCP
* provision.actor[=].reference = Reference(county-court)
* provision.purpose[+] = $ActReason#HLEGAL
* extension[revocableAfter].valueDate = "2027-06-30"
* extension[expirationEvent].valueCodeableConcept = ConsentExpirationEventCodes#final-disposition
* provision.period.start = "2026-11-23"
* provision.period.end = "2027-06-30"
