Instance: jordan-buprenorphine
InstanceOf: IopMedicationRequest
Usage: #example
Title: "Buprenorphine and naloxone"
* insert Part2Record
* extension[takeHome].valueBoolean = true
* status = #active
* intent = #order
* medicationCodeableConcept = $RxNorm#1010604
* subject = Reference(jordan-doe)
* encounter = Reference(jordan-individual)
* authoredOn = "2026-12-01"
* requester = Reference(amir-nasser-at-sunrise)
* reasonReference = Reference(jordan-opioid-dependence)
* dosageInstruction.text = "One film under the tongue once a day"
* dosageInstruction.timing.repeat.frequency = 1
* dosageInstruction.timing.repeat.period = 1
* dosageInstruction.timing.repeat.periodUnit = #d
* dosageInstruction.doseAndRate.doseQuantity.value = 1
* dispenseRequest.numberOfRepeatsAllowed = 0
* dispenseRequest.quantity.value = 7
