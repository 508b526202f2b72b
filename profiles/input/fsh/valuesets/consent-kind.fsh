ValueSet: ConsentKind
Id: consent-kind
Title: "Consent kind"
Description: "All codes of the code system consent-kind."
* include codes from system ConsentKindCodes
