Instance: business-status-to-v2
InstanceOf: ConceptMap
Usage: #definition
Title: "State to RF1-1"
Description: "What an HL7 v2 sender hears in RF1-1 (table 0283)."
* url = "https://warmhandoff.org/fhir/ConceptMap/business-status-to-v2"
* name = "BusinessStatusToV2"
* title = "State to RF1-1"
* status = #active
* description = "What an HL7 v2 sender hears in RF1-1 (table 0283)."
* sourceUri = "https://warmhandoff.org/fhir/ValueSet/referral-business-status"
* targetUri = "http://terminology.hl7.org/ValueSet/v2-0283"
* group.source = "https://warmhandoff.org/fhir/CodeSystem/referral-business-status"
* group.target = "http://terminology.hl7.org/CodeSystem/v2-0283"
* insert Maps(created, wider, P)
* insert Maps(delivered, wider, P)
* insert Maps(in-triage, wider, P)
* insert Maps(authorization-pending, wider, P)
* insert Maps(info-requested, wider, P)
* insert Maps(consent-pending, wider, P)
* insert Maps(accepted, wider, A)
* insert Maps(waitlisted, wider, A)
* insert Maps(intake-scheduled, wider, A)
* insert Maps(intake-missed, wider, A)
* insert Maps(admitted, wider, A)
* insert Maps(discharge-pending, wider, A)
* insert Maps(declined, wider, R)
* insert Maps(cancellation-requested, wider, P)
* insert Maps(cancelled, wider, R)
* insert Maps(expired, wider, E)
* insert Maps(delivery-failed, wider, E)
* insert Maps(closed-completed, wider, A)
* insert Maps(closed-transferred, wider, A)
* insert Maps(closed-left, wider, A)
