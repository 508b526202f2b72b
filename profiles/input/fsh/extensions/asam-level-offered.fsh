Extension: AsamLevelOffered
Id: asam-level-offered
Title: "Level of care offered"
Description: "A level of care that the programme offers."
Context: HealthcareService
* value[x] 1..1
* value[x] only Coding
* valueCoding from AsamLevel (required)
