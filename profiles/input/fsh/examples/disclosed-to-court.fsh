Instance: disclosed-to-court
InstanceOf: IopDisclosureAudit
Usage: #example
Title: "A court report went out"
* insert Part2Record
* extension[decisionRule].valueCode = #23
* extension[obligations][+].valueCode = #notice
* extension[obligations][+].valueCode = #consent-copy
* extension[obligations][+].valueCode = #log
* type = $DCM#110106
* subtype[disclose] = $Lifecycle#disclose
* action = #R
* recorded = "2026-12-10T09:00:00-05:00"
* outcome = #0
* purposeOfEvent = $ActReason#HLEGAL
* agent[source].type = $DCM#110153
* agent[source].who = Reference(sunrise-iop)
* agent[source].requestor = true
* agent[recipient].type = $DCM#110152
* agent[recipient].who = Reference(county-court)
* agent[recipient].requestor = false
* source.observer = Reference(sunrise-iop)
* entity[patient].type = $AuditEntityType#1
* entity[patient].what = Reference(jordan-doe)
* entity[patient].role = $ObjectRole#1
* entity[consent].type = $ResourceTypes#Consent
* entity[consent].what = Reference(jordan-consent-court)
