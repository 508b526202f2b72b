Instance: mara-stone-at-mercy
InstanceOf: IopPractitionerRole
Usage: #example
Title: "The psychiatrist at the hospital"
* active = true
* practitioner = Reference(mara-stone)
* organization = Reference(mercy-hospital)
* code = $NUCC#2084P0800X
* telecom.system = #phone
* telecom.value = "+1 217 555 0130"
