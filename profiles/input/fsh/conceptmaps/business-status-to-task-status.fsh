Instance: business-status-to-task-status
InstanceOf: ConceptMap
Usage: #definition
Title: "State to Task.status"
Description: "What Task.status is in each state."
* url = "https://warmhandoff.org/fhir/ConceptMap/business-status-to-task-status"
* name = "BusinessStatusToTaskStatus"
* title = "State to Task.status"
* status = #active
* description = "What Task.status is in each state."
* sourceUri = "https://warmhandoff.org/fhir/ValueSet/referral-business-status"
* targetUri = "http://hl7.org/fhir/ValueSet/task-status"
* group.source = "https://warmhandoff.org/fhir/CodeSystem/referral-business-status"
* group.target = "http://hl7.org/fhir/task-status"
* insert Maps(created, wider, requested)
* insert Maps(delivered, wider, received)
* insert Maps(in-triage, wider, received)
* insert Maps(authorization-pending, wider, received)
* insert Maps(info-requested, wider, on-hold)
* insert Maps(consent-pending, wider, on-hold)
* insert Maps(accepted, wider, accepted)
* insert Maps(waitlisted, wider, accepted)
* insert Maps(intake-scheduled, wider, accepted)
* insert Maps(intake-missed, wider, accepted)
* insert Maps(admitted, wider, in-progress)
* insert Maps(discharge-pending, wider, in-progress)
* insert Maps(declined, wider, rejected)
* insert Maps(cancellation-requested, wider, on-hold)
* insert Maps(cancelled, wider, cancelled)
* insert Maps(expired, wider, failed)
* insert Maps(delivery-failed, wider, failed)
* insert Maps(closed-completed, wider, completed)
* insert Maps(closed-transferred, wider, completed)
* insert Maps(closed-left, wider, completed)
