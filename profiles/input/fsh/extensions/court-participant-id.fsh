Extension: CourtParticipantId
Id: court-participant-id
Title: "Court participant number"
Description: "The number under which a treatment court knows the patient. Released to that court only, and labelled like the record."
Context: Patient
* value[x] 1..1
* value[x] only Identifier
