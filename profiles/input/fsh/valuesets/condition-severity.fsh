ValueSet: ConditionSeverity
Id: condition-severity
Title: "Severity"
Description: "Mild, moderate or severe."
* insert SnomedNotice
* $SCT#255604002 "Mild"
* $SCT#6736007 "Moderate"
* $SCT#24484000 "Severe"
