Extension: RequestedAsamLevel
Id: requested-asam-level
Title: "Requested level of care"
Description: "The level of care that the sender asks for. A programme that does not offer it does not accept."
Context: ServiceRequest
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from AsamLevel (required)
