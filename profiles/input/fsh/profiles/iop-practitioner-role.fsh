Profile: IopPractitionerRole
Parent: PractitionerRole
Id: iop-practitioner-role
Title: "Practitioner role"
Description: "What a practitioner does for which organization. Every action in the record is by someone in a role."
* insert Labelled
* insert ImposesUSCore(us-core-practitionerrole)
* practitioner MS
* organization MS
* code MS
* code ^short = "Role, from the NUCC taxonomy where it has one"
* specialty MS
* location MS
* telecom MS
* telecom.system 1..1 MS
* telecom.value 1..1 MS
* endpoint MS
