Instance: amir-nasser
InstanceOf: IopPractitioner
Usage: #example
Title: "A psychiatrist of the programme"
* identifier[npi].system = "http://hl7.org/fhir/sid/us-npi"
* identifier[npi].value = "1567890128"
* name.family = "Nasser"
* name.given = "Amir"
* telecom.system = #phone
* telecom.value = "+1 217 555 0132"
