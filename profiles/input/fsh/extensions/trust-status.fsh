Extension: TrustStatusExtension
Id: trust-status
Title: "Trust status"
Description: "Whether this organization may exchange with the hub."
Context: Organization
* value[x] 1..1
* value[x] only code
* valueCode from TrustStatus (required)
