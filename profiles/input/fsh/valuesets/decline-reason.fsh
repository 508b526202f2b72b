ValueSet: DeclineReason
Id: decline-reason
Title: "Decline reason"
Description: "All codes of the code system decline-reason."
* include codes from system DeclineReasonCodes
