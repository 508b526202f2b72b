ValueSet: RecordClass
Id: record-class
Title: "Record class"
Description: "All codes of the code system record-class."
* include codes from system RecordClassCodes
