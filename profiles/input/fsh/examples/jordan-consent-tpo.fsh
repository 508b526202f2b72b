Instance: jordan-consent-tpo
InstanceOf: IopConsentPart2
Usage: #example
Title: "Consent to treatment, payment and operations"
* insert Part2Record
* status = #active
* scope = $ConsentScope#patient-privacy
* category[kind] = ConsentKindCodes#tpo-2.33
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
* provision.actor[=].reference = Reference(mercy-hospital)
* provision.actor[+].role = $ParticipationType#IRCP
* provision.actor[=].reference = Reference(acme-health)
* provision.purpose[+] = $ActReason#TREAT
* provision.purpose[+] = $ActReason#HPAYMT
* provision.purpose[+] = $ActReason#HOPERAT
* extension[tpoStatements].valueBoolean = true
* extension[expirationEvent].valueCodeableConcept = ConsentExpirationEventCodes#end-of-treatment
* provision.securityLabel[+] = $ActCode#42CFRPart2
* provision.securityLabel[+] = $ActCode#SUD
