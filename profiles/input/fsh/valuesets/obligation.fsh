ValueSet: Obligation
Id: obligation
Title: "Obligation"
Description: "All codes of the code system obligation."
* include codes from system ObligationCodes
