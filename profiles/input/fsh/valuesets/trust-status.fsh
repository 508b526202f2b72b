ValueSet: TrustStatus
Id: trust-status
Title: "Trust status"
Description: "All codes of the code system trust-status."
* include codes from system TrustStatusCodes
