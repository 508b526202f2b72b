Instance: jordan-asam
InstanceOf: IopAsamAssessment
Usage: #example
Title: "Recommended level: 2.1"
* insert Part2Record
* extension[edition].valueCode = #3
* status = #final
* category[survey] = $ObservationCategory#survey
* code = ObservationCodeCodes#asam-assessment
* subject = Reference(jordan-doe)
* effectiveDateTime = "2026-11-25"
* performer = Reference(lena-ortiz-at-sunrise)
* valueCodeableConcept = AsamLevelCodes#2.1
* component[+].code = AsamDimensionCodes#1
* component[=].valueCodeableConcept = AsamRatingCodes#1
* component[+].code = AsamDimensionCodes#2
* component[=].valueCodeableConcept = AsamRatingCodes#0
* component[+].code = AsamDimensionCodes#3
* component[=].valueCodeableConcept = AsamRatingCodes#2
* component[+].code = AsamDimensionCodes#4
* component[=].valueCodeableConcept = AsamRatingCodes#2
* component[+].code = AsamDimensionCodes#5
* component[=].valueCodeableConcept = AsamRatingCodes#3
* component[+].code = AsamDimensionCodes#6
* component[=].valueCodeableConcept = AsamRatingCodes#2
