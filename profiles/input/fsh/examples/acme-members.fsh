Instance: acme-members
InstanceOf: IopPayerAttribution
Usage: #example
Title: "Members of a payer"
* meta.security[+] = $Confidentiality#R
* meta.security[+] = RecordClassCodes#roster
* identifier.system = "https://warmhandoff.org/fhir/partner"
* identifier.value = "acme-health"
* active = true
* type = #person
* actual = true
* code = GroupKindCodes#payer-attribution
* name = "Members of Acme Health"
* managingEntity = Reference(acme-health)
* member.entity = Reference(jordan-doe)
