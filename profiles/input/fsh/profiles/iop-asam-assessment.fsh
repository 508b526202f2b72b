Profile: IopAsamAssessment
Parent: Observation
Id: iop-asam-assessment
Title: "Level-of-care assessment"
Description: "The level of care that an assessment recommends, with the rating of each dimension. Numbers only: the criteria themselves belong to the American Society of Addiction Medicine."
* insert Labelled
* insert ImposesUSCore(us-core-observation-screening-assessment)
* obeys iop-asam-1 and iop-asam-2 and iop-asam-3
* extension contains AsamEditionExtension named edition 1..1 MS
* insert Survey
* code MS
* code from ObservationCode (preferred)
* subject 1..1 MS
* subject only Reference(Patient)
* effective[x] MS
* performer 1..* MS
* value[x] 1..1 MS
* value[x] only CodeableConcept
* value[x] from AsamLevel (required)
* derivedFrom MS
* component MS
* component.code MS
* component.code from AsamDimension (required)
* component.value[x] MS
* component.value[x] only CodeableConcept
* component.value[x] from AsamRating (preferred)

Invariant: iop-asam-1
Description: "The value is a level of care."
Severity: #error
Expression: "value.coding.where(system='https://warmhandoff.org/fhir/CodeSystem/asam-level').exists()"

Invariant: iop-asam-2
Description: "At least five dimensions are rated, each once."
Severity: #error
Expression: "component.code.coding.where(system='https://warmhandoff.org/fhir/CodeSystem/asam-dimension').code.isDistinct() and component.code.coding.where(system='https://warmhandoff.org/fhir/CodeSystem/asam-dimension').count() >= 5"

Invariant: iop-asam-3
Description: "The edition of the criteria is stated."
Severity: #error
Expression: "extension.where(url='https://warmhandoff.org/fhir/StructureDefinition/asam-edition').value.exists()"
