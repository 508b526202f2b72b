Instance: v2-status-to-business-status
InstanceOf: ConceptMap
Usage: #definition
Title: "RF1-1 to state"
Description: "What RF1-1 of an inbound message may say. Only pending begins a referral; a sender cannot accept for the programme."
* url = "https://warmhandoff.org/fhir/ConceptMap/v2-status-to-business-status"
* name = "V2StatusToBusinessStatus"
* title = "RF1-1 to state"
* status = #active
* description = "What RF1-1 of an inbound message may say. Only pending begins a referral; a sender cannot accept for the programme."
* sourceUri = "http://terminology.hl7.org/ValueSet/v2-0283"
* targetUri = "https://warmhandoff.org/fhir/ValueSet/referral-business-status"
* group.source = "http://terminology.hl7.org/CodeSystem/v2-0283"
* group.target = "https://warmhandoff.org/fhir/CodeSystem/referral-business-status"
* insert Maps(P, narrower, created)
* group.element[=].target.comment = "Pending is all that a sender may say of a new referral."
