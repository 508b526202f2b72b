Instance: jordan-uds-fentanyl
InstanceOf: IopDrugTest
Usage: #example
Title: "Fentanyl not found"
* insert Part2Record
* extension[expectedResult].valueBoolean = true
* extension[validity].valueCodeableConcept = UdsValidityCodes#valid
* extension[collectionObserved].valueBoolean = true
* status = #final
* category[laboratory] = $ObservationCategory#laboratory
* code = $LOINC#59673-4
* subject = Reference(jordan-doe)
* effectiveDateTime = "2026-12-03"
* specimen.display = "Urine, 3 December"
* valueCodeableConcept = $SCT#260385009 "Negative"
* interpretation = $Interpretation#NEG
