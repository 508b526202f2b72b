Profile: IopReferral
Parent: ServiceRequest
Id: iop-referral
Title: "Referral"
Description: "A request that an intensive outpatient programme treat a patient. With its Task it is the referral: the request says what is wanted, the Task says where it stands. A step to another level is a new request, never an edit of the old one."
* insert Labelled
* insert ImposesUSCore(us-core-servicerequest)
* obeys iop-sr-1 and iop-sr-2 and iop-sr-3
* extension contains
    RequestedAsamLevel named requestedLevel 0..1 MS and
    AsamEditionExtension named edition 0..1 and
    CourtCase named courtCase 0..1 MS and
    Authorization named authorization 0..* MS
* identifier 1..* MS
* insert SlicedBy(identifier, type)
* identifier contains placer 1..1 MS and filler 0..1 MS
* identifier[placer] ^short = "The requester's number; what both sides quote"
* identifier[placer].type = $IdentifierType#PLAC
* identifier[placer].value 1..1 MS
* identifier[filler] ^short = "Our number"
* identifier[filler].type = $IdentifierType#FILL
* basedOn MS
* replaces MS
* status MS
* intent MS
* intent = #order
* category 1..* MS
* insert SlicedBy(category, $this)
* category contains kind 1..* MS
* category[kind] ^short = "What occasions the referral"
* category[kind] from ReferralKind (required)
* category[kind] ^patternCodeableConcept.coding.system = Canonical(ReferralKindCodes)
* priority MS
* code 1..1 MS
* code from ReferralService (extensible)
* orderDetail MS
* subject MS
* subject only Reference(Patient)
* encounter MS
* occurrence[x] MS
* authoredOn MS
* requester 1..1 MS
* requester only Reference(Organization or PractitionerRole or Practitioner or Patient or RelatedPerson)
* performer MS
* performer only Reference(Organization or HealthcareService or PractitionerRole or Practitioner or CareTeam)
* reasonCode MS
* reasonReference MS
* insurance MS
* insurance only Reference(Coverage)
* supportingInfo MS
* supportingInfo ^short = "Consent and documents that came along"
* note MS

Invariant: iop-sr-1
Description: "A referral is an order with exactly one placer number."
Severity: #error
Expression: "intent='order' and identifier.where(type.coding.where(system='http://terminology.hl7.org/CodeSystem/v2-0203' and code='PLAC').exists()).count()=1"

Invariant: iop-sr-2
Description: "A referral states a reason."
Severity: #error
Expression: "reasonCode.exists() or reasonReference.exists()"

Invariant: iop-sr-3
Description: "A court-ordered referral names the court and the docket."
Severity: #error
Expression: "category.coding.where(system='https://warmhandoff.org/fhir/CodeSystem/referral-kind' and code='court-ordered').exists() implies extension.where(url='https://warmhandoff.org/fhir/StructureDefinition/court-case').exists()"
