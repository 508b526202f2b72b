Instance: mercy-hospital
InstanceOf: IopOrganization
Usage: #example
Title: "A hospital"
* identifier[partner].system = "https://warmhandoff.org/fhir/partner"
* identifier[partner].value = "mercy"
* identifier[npi].system = "http://hl7.org/fhir/sid/us-npi"
* identifier[npi].value = "1093817462"
* active = true
* type = OrgKindCodes#hospital
* name = "Mercy Hospital"
* telecom.system = #phone
* telecom.value = "+1 217 555 0120"
* address.line = "1 Main St"
* address.city = "Springfield"
* address.state = "IL"
* address.postalCode = "62701"
* extension[part2Program].valueBoolean = false
* extension[trustStatus].valueCode = #trusted
