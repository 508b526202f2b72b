Profile: IopCoverage
Parent: Coverage
Id: iop-coverage
Title: "Coverage"
Description: "Insurance of a patient with one payer. It decides whose data a payer may pull, and in which period."
* insert Labelled
* insert ImposesUSCore(us-core-coverage)
* obeys iop-cov-1
* extension contains SelfPayRestriction named selfPayRestriction 0..1 MS
* identifier MS
* insert SlicedBy(identifier, type)
* identifier contains memberId 0..1 MS
* identifier[memberId].type = $IdentifierType#MB
* status MS
* type MS
* subscriberId MS
* beneficiary MS
* beneficiary only Reference(Patient)
* relationship 1..1 MS
* period MS
* payor 1..1 MS
* class MS
* insert SlicedBy(class, type)
* class contains group 0..1 MS and plan 0..1 MS
* class[group].type = $CoverageClass#group
* class[group].value MS
* class[group].name MS
* class[plan].type = $CoverageClass#plan
* class[plan].value MS
* class[plan].name MS
* order MS
* order ^short = "Which payer is billed first"

Invariant: iop-cov-1
Description: "A coverage has a member identifier or a subscriber id."
Severity: #error
Expression: "identifier.type.coding.where(system='http://terminology.hl7.org/CodeSystem/v2-0203' and code='MB').exists() or subscriberId.exists()"
