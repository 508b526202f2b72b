Instance: mara-stone
InstanceOf: IopPractitioner
Usage: #example
Title: "A referring psychiatrist"
* identifier[npi].system = "http://hl7.org/fhir/sid/us-npi"
* identifier[npi].value = "1234567802"
* name.family = "Stone"
* name.given = "Mara"
* telecom.system = #phone
* telecom.value = "+1 217 555 0130"
