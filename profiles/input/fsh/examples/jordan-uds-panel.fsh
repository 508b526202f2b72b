Instance: jordan-uds-panel
InstanceOf: IopDrugTest
Usage: #example
Title: "A panel"
* insert Part2Record
* extension[expectedResult].valueBoolean = true
* extension[validity].valueCodeableConcept = UdsValidityCodes#valid
* extension[collectionObserved].valueBoolean = true
* status = #final
* category[laboratory] = $ObservationCategory#laboratory
* code = ObservationCodeCodes#uds-panel
* subject = Reference(jordan-doe)
* effectiveDateTime = "2026-12-03"
* hasMember[+] = Reference(jordan-uds-fentanyl)
* hasMember[+] = Reference(jordan-uds-buprenorphine)
