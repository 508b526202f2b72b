Instance: lena-ortiz-at-sunrise
InstanceOf: IopPractitionerRole
Usage: #example
Title: "The primary therapist at the programme"
* active = true
* practitioner = Reference(lena-ortiz)
* organization = Reference(sunrise-iop)
* code = $NUCC#101YA0400X
* telecom.system = #phone
* telecom.value = "+1 217 555 0131"
