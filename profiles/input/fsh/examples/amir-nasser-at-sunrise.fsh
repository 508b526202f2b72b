Instance: amir-nasser-at-sunrise
InstanceOf: IopPractitionerRole
Usage: #example
Title: "The psychiatrist at the programme"
* active = true
* practitioner = Reference(amir-nasser)
* organization = Reference(sunrise-iop)
* code = $NUCC#2084P0800X
* telecom.system = #phone
* telecom.value = "+1 217 555 0132"
