Extension: SubpoenaAttached
Id: subpoena-attached
Title: "Subpoena attached"
Description: "An order authorises and does not compel: only with a subpoena beside it does anything go out (42 CFR 2.61)."
Context: DocumentReference
* value[x] 1..1
* value[x] only boolean
