Instance: acme-health
InstanceOf: IopOrganization
Usage: #example
Title: "A payer"
* identifier[partner].system = "https://warmhandoff.org/fhir/partner"
* identifier[partner].value = "acme-health"
* active = true
* type = OrgKindCodes#payer
* name = "Acme Health"
* telecom.system = #phone
* telecom.value = "+1 217 555 0124"
* address.line = "9 Lake Dr"
* address.city = "Springfield"
* address.state = "IL"
* address.postalCode = "62701"
* extension[trustStatus].valueCode = #trusted
