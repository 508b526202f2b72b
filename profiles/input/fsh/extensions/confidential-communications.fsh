Extension: ConfidentialCommunications
Id: confidential-communications
Title: "Confidential communications"
Description: "The order expressly covers confidential communications (42 CFR 2.63)."
Context: DocumentReference
* value[x] 1..1
* value[x] only boolean
