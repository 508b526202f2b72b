ValueSet: ObservationCode
Id: observation-code
Title: "Observation code"
Description: "All codes of the code system observation-code."
* include codes from system ObservationCodeCodes
