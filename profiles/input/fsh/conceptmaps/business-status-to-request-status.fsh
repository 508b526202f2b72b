Instance: business-status-to-request-status
InstanceOf: ConceptMap
Usage: #definition
Title: "State to ServiceRequest.status"
Description: "What ServiceRequest.status is in each state."
* url = "https://warmhandoff.org/fhir/ConceptMap/business-status-to-request-status"
* name = "BusinessStatusToRequestStatus"
* title = "State to ServiceRequest.status"
* status = #active
* description = "What ServiceRequest.status is in each state."
* sourceUri = "https://warmhandoff.org/fhir/ValueSet/referral-business-status"
* targetUri = "http://hl7.org/fhir/ValueSet/request-status"
* group.source = "https://warmhandoff.org/fhir/CodeSystem/referral-business-status"
* group.target = "http://hl7.org/fhir/request-status"
* insert Maps(created, wider, active)
* insert Maps(delivered, wider, active)
* insert Maps(in-triage, wider, active)
* insert Maps(authorization-pending, wider, active)
* insert Maps(info-requested, wider, on-hold)
* insert Maps(consent-pending, wider, on-hold)
* insert Maps(accepted, wider, active)
* insert Maps(waitlisted, wider, active)
* insert Maps(intake-scheduled, wider, active)
* insert Maps(intake-missed, wider, active)
* insert Maps(admitted, wider, active)
* insert Maps(discharge-pending, wider, active)
* insert Maps(declined, wider, revoked)
* insert Maps(cancellation-requested, wider, active)
* insert Maps(cancelled, wider, revoked)
* insert Maps(expired, wider, revoked)
* insert Maps(delivery-failed, wider, revoked)
* insert Maps(closed-completed, wider, completed)
* insert Maps(closed-transferred, wider, completed)
* insert Maps(closed-left, wider, completed)
