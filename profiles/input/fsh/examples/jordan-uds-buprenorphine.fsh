Instance: jordan-uds-buprenorphine
InstanceOf: IopDrugTest
Usage: #example
Title: "Buprenorphine found, as expected"
* insert Part2Record
* extension[expectedResult].valueBoolean = true
* extension[validity].valueCodeableConcept = UdsValidityCodes#valid
* extension[collectionObserved].valueBoolean = true
* status = #final
* category[laboratory] = $ObservationCategory#laboratory
* code = $LOINC#58359-1
* subject = Reference(jordan-doe)
* effectiveDateTime = "2026-12-03"
* specimen.display = "Urine, 3 December"
* valueCodeableConcept = $SCT#10828004 "Positive"
* interpretation = $Interpretation#POS
