Instance: lena-ortiz
InstanceOf: IopPractitioner
Usage: #example
Title: "A primary therapist"
* identifier[npi].system = "http://hl7.org/fhir/sid/us-npi"
* identifier[npi].value = "1456789019"
* name.family = "Ortiz"
* name.given = "Lena"
* telecom.system = #phone
* telecom.value = "+1 217 555 0131"
