Instance: jordan-uds-refused
InstanceOf: IopDrugTest
Usage: #example
Title: "A test that the patient refused"
* insert Part2Record
* extension[expectedResult].valueBoolean = false
* extension[validity].valueCodeableConcept = UdsValidityCodes#refused
* extension[collectionObserved].valueBoolean = true
* status = #cancelled
* category[laboratory] = $ObservationCategory#laboratory
* code = ObservationCodeCodes#uds-panel
* subject = Reference(jordan-doe)
* effectiveDateTime = "2026-12-03"
* dataAbsentReason = $DataAbsentReason#asked-declined
