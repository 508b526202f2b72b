ValueSet: DischargeDisposition
Id: discharge-disposition
Title: "Discharge disposition"
Description: "All codes of the code system discharge-disposition."
* include codes from system DischargeDispositionCodes
