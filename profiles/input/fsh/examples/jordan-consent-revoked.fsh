Instance: jordan-consent-revoked
InstanceOf: IopConsentPart2
Usage: #example
Title: "A consent that the patient took back"
* insert Part2Record
* status = #inactive
* scope = $ConsentScope#patient-privacy
* category[kind] = ConsentKindCodes#specific-2.31
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
* provision.actor[=].reference = Reference(acme-health)
* provision.purpose[+] = $ActReason#CAREMGT
* extension[revokedOn].valueDateTime = "2026-12-02T10:00:00-05:00"
* provision.period.end = "2027-01-31"
