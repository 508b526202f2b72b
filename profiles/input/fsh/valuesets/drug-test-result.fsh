ValueSet: DrugTestResult
Id: drug-test-result
Title: "Drug test result"
Description: "Positive or negative."
* insert SnomedNotice
* $SCT#10828004 "Positive"
* $SCT#260385009 "Negative"
