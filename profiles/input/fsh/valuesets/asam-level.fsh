ValueSet: AsamLevel
Id: asam-level
Title: "Level of care"
Description: "All codes of the code system asam-level."
* include codes from system AsamLevelCodes
