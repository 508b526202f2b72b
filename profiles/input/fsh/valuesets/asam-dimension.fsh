ValueSet: AsamDimension
Id: asam-dimension
Title: "Assessment dimension"
Description: "All codes of the code system asam-dimension."
* include codes from system AsamDimensionCodes
