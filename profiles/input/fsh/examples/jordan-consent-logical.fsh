Instance: jordan-consent-logical
InstanceOf: IopConsentPart2
Usage: #example
Title: "A consent that names partners by their id"
* insert Part2Record
* status = #active
* scope = $ConsentScope#patient-privacy
* category[kind] = ConsentKindCodes#hipaa-auth
* patient = Reference(jordan-doe)
* dateTime = "2026-11-23"
* performer = Reference(jordan-doe)
* organization.identifier.system = "https://warmhandoff.org/fhir/partner"
* organization.identifier.value = "sunrise"
* sourceAttachment.contentType = #application/pdf
* sourceAttachment.title = "Signed authorization"
* policy.uri = "https://www.ecfr.gov/current/title-45/section-164.508"
* policyRule = $ActCode#HIPAAAuthCD
* provision.type = #permit
* provision.period.end = "2027-11-23"
* provision.actor.role = $ParticipationType#IRCP
* provision.actor.reference.identifier.system = "https://warmhandoff.org/fhir/partner"
* provision.actor.reference.identifier.value = "harbor"
* provision.purpose = $ActReason#TREAT
