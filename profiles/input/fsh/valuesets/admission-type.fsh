ValueSet: AdmissionType
Id: admission-type
Title: "Admission type"
Description: "All codes of the code system admission-type."
* include codes from system AdmissionTypeCodes
