Instance: county-court
InstanceOf: IopOrganization
Usage: #example
Title: "A treatment court"
* identifier[partner].system = "https://warmhandoff.org/fhir/partner"
* identifier[partner].value = "county-court"
* active = true
* type = OrgKindCodes#court
* name = "County Treatment Court"
* telecom.system = #phone
* telecom.value = "+1 217 555 0123"
* address.line = "200 Monroe St"
* address.city = "Springfield"
* address.state = "IL"
* address.postalCode = "62701"
* extension[courtIdentifier].valueIdentifier.value = "10"
* extension[trustStatus].valueCode = #trusted
