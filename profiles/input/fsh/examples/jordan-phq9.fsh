Instance: jordan-phq9
InstanceOf: IopAssessmentScore
Usage: #example
Title: "PHQ-9 total score"
* insert Part2Record
* status = #final
* category[survey] = $ObservationCategory#survey
* code = $LOINC#44261-6
* subject = Reference(jordan-doe)
* effectiveDateTime = "2026-11-22"
* performer = Reference(mara-stone-at-mercy)
* valueQuantity = 17 '{score}'
