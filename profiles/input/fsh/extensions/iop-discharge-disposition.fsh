Extension: DischargeDispositionExtension
Id: iop-discharge-disposition
Title: "Discharge disposition"
Description: "How the stay ended. Required of a finished episode."
Context: EpisodeOfCare
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from DischargeDisposition (required)
