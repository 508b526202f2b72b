ValueSet: SessionType
Id: session-type
Title: "Session type"
Description: "All codes of the code system session-type."
* include codes from system SessionTypeCodes
