Instance: jordan-consent-notes
InstanceOf: IopConsentPart2
Usage: #example
Title: "Consent for counseling notes only"
* insert Part2Record
* status = #active
* scope = $ConsentScope#patient-privacy
* category[kind] = ConsentKindCodes#counseling-notes
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
* provision.actor[=].reference = Reference(mara-stone-at-mercy)
* provision.purpose[+] = $ActReason#TREAT
* provision.period.end = "2027-01-31"
* provision.securityLabel[+] = $ActCode#PSYTHPN
