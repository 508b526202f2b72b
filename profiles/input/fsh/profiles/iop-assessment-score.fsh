Profile: IopAssessmentScore
Parent: Observation
Id: iop-assessment-score
Title: "Assessment score"
Description: "The result of a rating instrument such as PHQ-9 or AUDIT-C: the score, not the questions."
* insert Labelled
* insert ImposesUSCore(us-core-observation-screening-assessment)
* insert Survey
* code MS
* code from AssessmentInstrument (extensible)
* subject 1..1 MS
* subject only Reference(Patient)
* effective[x] MS
* performer MS
* value[x] MS
* value[x] only Quantity or integer or CodeableConcept
* interpretation MS
* derivedFrom MS
