Instance: referral-received
InstanceOf: IopProvenance
Usage: #example
Title: "A referral came by HL7 v2"
* insert Part2Record
* target[+] = Reference(referral-at-discharge)
* target[+] = Reference(task-delivered)
* recorded = "2026-11-23T08:30:02-05:00"
* activity = $DataOperation#CREATE
* agent[author].who = Reference(mara-stone-at-mercy)
* agent[author].onBehalfOf = Reference(mercy-hospital)
* agent[transmitter].who = Reference(mercy-hospital)
* entity.role = #source
* entity.what.identifier.system = "urn:ietf:rfc:6920"
* entity.what.identifier.value = "ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk"
* entity.what.display = "MSG00001"
