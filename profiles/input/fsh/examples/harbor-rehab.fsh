Instance: harbor-rehab
InstanceOf: IopOrganization
Usage: #example
Title: "A rehab centre"
* identifier[partner].system = "https://warmhandoff.org/fhir/partner"
* identifier[partner].value = "harbor"
* identifier[npi].system = "http://hl7.org/fhir/sid/us-npi"
* identifier[npi].value = "1234567893"
* active = true
* type = OrgKindCodes#rehab
* name = "Harbor Rehab"
* telecom.system = #phone
* telecom.value = "+1 217 555 0121"
* address.line = "40 Pier Rd"
* address.city = "Springfield"
* address.state = "IL"
* address.postalCode = "62701"
* extension[part2Program].valueBoolean = true
* extension[trustStatus].valueCode = #trusted
