Instance: business-status-to-360x
InstanceOf: ConceptMap
Usage: #definition
Title: "State to 360X"
Description: "What a state says in IHE 360X closed-loop referral."
* url = "https://warmhandoff.org/fhir/ConceptMap/business-status-to-360x"
* name = "BusinessStatusTo360x"
* title = "State to 360X"
* status = #active
* description = "What a state says in IHE 360X closed-loop referral."
* sourceUri = "https://warmhandoff.org/fhir/ValueSet/referral-business-status"
* targetUri = "https://warmhandoff.org/fhir/ValueSet/intent-360x"
* group.source = "https://warmhandoff.org/fhir/CodeSystem/referral-business-status"
* group.target = "https://warmhandoff.org/fhir/CodeSystem/intent-360x"
* insert Maps(created, equivalent, request-sent)
* insert Maps(delivered, equivalent, transport-ack)
* insert Maps(accepted, equivalent, accept)
* insert Maps(intake-scheduled, wider, appointment)
* insert Maps(intake-missed, equivalent, no-show)
* insert Maps(admitted, wider, interim)
* insert Maps(declined, equivalent, decline)
* insert Maps(cancellation-requested, equivalent, cancel-request)
* insert Maps(cancelled, equivalent, cancel-confirm)
* insert Maps(closed-completed, wider, outcome)
* insert Maps(closed-transferred, wider, outcome)
* insert Maps(closed-left, wider, outcome)
