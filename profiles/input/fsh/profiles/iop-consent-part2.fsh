Profile: IopConsentPart2
Parent: Consent
Id: iop-consent-part2
Title: "Consent under 42 CFR Part 2"
Description: "A patient's written permission, or refusal, to disclose. Its kind decides what it may hold. Compatible with the advanced consent of IHE Privacy Consent on FHIR. A permit that names no security label, class or data covers everything but protected notes."
* insert Labelled
* obeys iop-con-1 and iop-con-2 and iop-con-3 and iop-con-4 and iop-con-5 and iop-con-6 and iop-con-7 and iop-con-8
* extension contains
    ConsentExpirationEventExtension named expirationEvent 0..1 MS and
    ConsentRevocableAfter named revocableAfter 0..1 MS and
    ConsentTpoStatements named tpoStatements 0..1 MS and
    ConsentRevokedOn named revokedOn 0..1 MS
* status MS
* scope MS
* scope = $ConsentScope#patient-privacy
* category MS
* insert SlicedBy(category, $this)
* category contains kind 1..1 MS and privacyConsent 0..1 MS
* category[kind] ^short = "Which consent it is"
* category[kind] from ConsentKind (required)
* category[kind] ^patternCodeableConcept.coding.system = Canonical(ConsentKindCodes)
* category[privacyConsent] = $LOINC#59284-0
* patient 1..1 MS
* dateTime MS
* dateTime ^short = "When it was signed"
* performer MS
* performer ^short = "Who signed: the patient, or who acts for the patient"
* organization MS
* organization ^short = "Who may disclose"
* source[x] 1..1 MS
* source[x] only Attachment or Reference(DocumentReference or Consent)
* source[x] ^short = "The signed form"
* policy 1..* MS
* policy.uri 1..1 MS
* policyRule MS
* provision MS
* provision.type MS
* provision.period MS
* provision.actor MS
* provision.actor ^short = "Who may receive (role IRCP)"
* provision.purpose MS
* provision.purpose from PurposeOfUse (extensible)
* provision.securityLabel MS
* provision.class MS
* provision.data MS
* provision.provision MS

Invariant: iop-con-1
Description: "An active consent is dated, signed, backed by the signed form, and says what it permits."
Severity: #error
Expression: "status='active' implies (dateTime.exists() and performer.exists() and source.exists() and provision.exists())"

Invariant: iop-con-2
Description: "It is a privacy consent under 42 CFR Part 2 or HIPAA."
Severity: #error
Expression: "scope.coding.where(code='patient-privacy').exists() and (policyRule.coding.where(system='http://terminology.hl7.org/CodeSystem/v3-ActCode' and code='42CFRPart2CD').exists() or policyRule.coding.where(system='http://terminology.hl7.org/CodeSystem/v3-ActCode' and (code='HIPAAAuthCD' or code='HIPAAConsentCD')).exists())"

Invariant: iop-con-3
Description: "It ends: at a date, or at an event."
Severity: #error
Expression: "provision.period.end.exists() or extension.where(url='https://warmhandoff.org/fhir/StructureDefinition/consent-expiration-event').exists()"

Invariant: iop-con-4
Description: "It names a recipient and a purpose."
Severity: #error
Expression: "provision.actor.where(role.coding.where(system='http://terminology.hl7.org/CodeSystem/v3-ParticipationType' and code='IRCP').exists()).exists() and provision.purpose.exists()"

Invariant: iop-con-5
Description: "A consent for legal proceedings has no other purpose (42 CFR 2.31(d))."
Severity: #error
Expression: "provision.purpose.where(code='HLEGAL').exists() implies provision.purpose.all(code='HLEGAL')"

Invariant: iop-con-6
Description: "A consent for protected notes covers nothing else (42 CFR 2.31(b))."
Severity: #error
Expression: "provision.securityLabel.where(code='PSYTHPN').exists() implies provision.securityLabel.where(system='http://terminology.hl7.org/CodeSystem/v3-ActCode').all(code='PSYTHPN')"

Invariant: iop-con-7
Description: "A consent to the criminal justice system says from when it can be revoked (42 CFR 2.35)."
Severity: #error
Expression: "category.coding.where(system='https://warmhandoff.org/fhir/CodeSystem/consent-kind' and code='criminal-justice-2.35').exists() implies extension.where(url='https://warmhandoff.org/fhir/StructureDefinition/consent-revocable-after').exists()"

Invariant: iop-con-8
Description: "A consent for treatment, payment and operations names one of these purposes and carries the required statements (42 CFR 2.31, 2.33)."
Severity: #error
Expression: "category.coding.where(system='https://warmhandoff.org/fhir/CodeSystem/consent-kind' and code='tpo-2.33').exists() implies (provision.purpose.where(code='TREAT' or code='HPAYMT' or code='HOPERAT').exists() and extension.where(url='https://warmhandoff.org/fhir/StructureDefinition/consent-tpo-statements').value = true)"
