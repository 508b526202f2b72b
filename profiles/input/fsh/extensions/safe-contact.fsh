Extension: SafeContactExtension
Id: safe-contact
Title: "Safe contact"
Description: "A way in which the patient agrees to be reached that does not disclose treatment. Without it, nobody calls, writes or leaves a message."
Context: Patient, Patient.telecom, Patient.address
* value[x] 1..1
* value[x] only code
* valueCode from SafeContact (required)
