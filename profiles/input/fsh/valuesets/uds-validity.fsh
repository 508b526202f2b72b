ValueSet: UdsValidity
Id: uds-validity
Title: "Specimen validity"
Description: "All codes of the code system uds-validity."
* include codes from system UdsValidityCodes
