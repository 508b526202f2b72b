Extension: ClaimedBy
Id: claimed-by
Title: "Claimed by"
Description: "The person at the programme who took the referral up. The owner stays the organization."
Context: Task
* value[x] 1..1
* value[x] only Reference(Practitioner or PractitionerRole)
