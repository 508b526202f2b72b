Profile: IopMedicationRequest
Parent: MedicationRequest
Id: iop-medication-request
Title: "Medication order"
Description: "An order for a medication, above all medication for opioid or alcohol use disorder."
* insert Labelled
* insert ImposesUSCore(us-core-medicationrequest)
* obeys iop-med-1
* extension contains RemsTakeHome named takeHome 0..1 MS
* status MS
* intent MS
* category MS
* reported[x] MS
* medication[x] MS
* medication[x] only CodeableConcept or Reference(Medication)
* medication[x] from MoudMedication (extensible)
* subject MS
* subject only Reference(Patient)
* encounter MS
* authoredOn MS
* requester MS
* reasonReference MS
* dosageInstruction MS
* dosageInstruction.text MS
* dosageInstruction.timing MS
* dosageInstruction.doseAndRate MS
* dosageInstruction.doseAndRate.dose[x] MS
* dispenseRequest MS
* dispenseRequest.numberOfRepeatsAllowed MS
* dispenseRequest.quantity MS

Invariant: iop-med-1
Description: "An order says who ordered and how to take it."
Severity: #error
Expression: "intent='order' implies (requester.exists() and dosageInstruction.exists())"
