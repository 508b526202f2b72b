Extension: CourtIdentifier
Id: court-identifier
Title: "Court identifier"
Description: "The number under which a court is known to the courts' own systems."
Context: Organization
* value[x] 1..1
* value[x] only Identifier
