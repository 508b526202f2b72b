Extension: UdsValidityExtension
Id: uds-validity
Title: "Specimen validity"
Description: "Whether the specimen can be relied on."
Context: Observation
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from UdsValidity (required)
