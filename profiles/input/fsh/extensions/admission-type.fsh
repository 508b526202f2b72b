Extension: AdmissionTypeExtension
Id: admission-type
Title: "Admission type"
Description: "How the patient came into the programme."
Context: EpisodeOfCare
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from AdmissionType (required)
