Instance: v2-priority-to-priority
InstanceOf: ConceptMap
Usage: #definition
Title: "RF1-2 to priority"
Description: "Referral priority of HL7 v2 (table 0280)."
* url = "https://warmhandoff.org/fhir/ConceptMap/v2-priority-to-priority"
* name = "V2PriorityToPriority"
* title = "RF1-2 to priority"
* status = #active
* description = "Referral priority of HL7 v2 (table 0280)."
* sourceUri = "http://terminology.hl7.org/ValueSet/v2-0280"
* targetUri = "http://hl7.org/fhir/ValueSet/request-priority"
* group.source = "http://terminology.hl7.org/CodeSystem/v2-0280"
* group.target = "http://hl7.org/fhir/request-priority"
* insert Maps(S, equivalent, stat)
* insert Maps(A, equivalent, asap)
* insert Maps(R, equivalent, routine)
