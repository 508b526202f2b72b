Extension: VerifiedBy
Id: verified-by
Title: "Verified by"
Description: "Who verified the order: the privacy officer and a second person."
Context: DocumentReference
* value[x] 1..1
* value[x] only Reference(Practitioner or PractitionerRole)
