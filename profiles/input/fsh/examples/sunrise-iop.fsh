Instance: sunrise-iop
InstanceOf: IopOrganization
Usage: #example
Title: "An intensive outpatient programme"
* identifier[partner].system = "https://warmhandoff.org/fhir/partner"
* identifier[partner].value = "sunrise"
* identifier[npi].system = "http://hl7.org/fhir/sid/us-npi"
* identifier[npi].value = "1987654328"
* active = true
* type = OrgKindCodes#iop-program
* name = "Sunrise IOP"
* telecom.system = #phone
* telecom.value = "+1 217 555 0122"
* address.line = "7 Elm St"
* address.city = "Springfield"
* address.state = "IL"
* address.postalCode = "62701"
* extension[part2Program].valueBoolean = true
* extension[trustStatus].valueCode = #trusted
