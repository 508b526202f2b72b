ValueSet: PurposeDetail
Id: purpose-detail
Title: "Purpose detail"
Description: "All codes of the code system purpose-detail."
* include codes from system PurposeDetailCodes
