Instance: jordan-doe
InstanceOf: IopPatient
Usage: #example
Title: "Jordan Doe, with a number of a hospital and of a court"
* insert Part2Record
* extension[safeContact][+].valueCode = #text-ok
* extension[safeContact][+].valueCode = #mail-plain
* extension[courtParticipantId].valueIdentifier.system = "https://county-court.example/participants"
* extension[courtParticipantId].valueIdentifier.value = "TC-0412"
* identifier.type = $IdentifierType#MR
* identifier.system = "https://mercy.example/mrn"
* identifier.value = "MRN55"
* name.family = "Doe"
* name.given[+] = "Jordan"
* name.given[+] = "Q"
* telecom.system = #phone
* telecom.value = "+1 217 555 0111"
* telecom.use = #mobile
* gender = #female
* birthDate = "1990-04-12"
* address.line = "12 Oak Ave"
* address.city = "Springfield"
* address.state = "IL"
* address.postalCode = "62704"
* contact.relationship.text = "Spouse"
* contact.name.family = "Doe"
* contact.name.given = "Sam"
* contact.telecom.system = #phone
* contact.telecom.value = "+1 217 555 0112"
* communication.language = urn:ietf:bcp:47#en
* generalPractitioner = Reference(mara-stone)
