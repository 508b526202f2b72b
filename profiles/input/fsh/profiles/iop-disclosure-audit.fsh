Profile: IopDisclosureAudit
Parent: AuditEvent
Id: iop-disclosure-audit
Title: "Disclosure"
Description: "That a record was disclosed, to whom, why, and by which rule of the consent engine. Follows the privacy disclosure of IHE Basic Audit Log Patterns."
* insert Labelled
* extension contains
    DecisionRuleExtension named decisionRule 1..1 MS and
    ObligationsExtension named obligations 0..* MS
* type MS
* type = $DCM#110106
* subtype 1..* MS
* insert SlicedBy(subtype, $this)
* subtype contains disclose 1..1 MS
* subtype[disclose] = $Lifecycle#disclose
* action 1..1 MS
* action = #R
* recorded MS
* outcome 1..1 MS
* purposeOfEvent 1..* MS
* purposeOfEvent from PurposeOfUse (extensible)
* agent 2..* MS
* insert SlicedBy(agent, type)
* agent contains source 1..1 MS and recipient 1..1 MS and custodian 0..1 MS
* agent[source].type = $DCM#110153
* agent[source].type 1..1
* agent[source].who 1..1
* agent[recipient].type = $DCM#110152
* agent[recipient].type 1..1
* agent[recipient].who 1..1
* agent[custodian].type = $ParticipationType#CST
* agent[custodian].type 1..1
* source MS
* entity 1..* MS
* insert SlicedBy(entity, type)
* entity contains patient 1..1 MS and consent 0..* MS
* entity[patient].type = $AuditEntityType#1
* entity[patient].type 1..1
* entity[patient].what 1..1
* entity[patient].what only Reference(Patient)
* entity[patient].role = $ObjectRole#1
* entity[consent].type = $ResourceTypes#Consent
* entity[consent].type 1..1
* entity[consent].what 1..1
* entity[consent].what only Reference(Consent)
