Instance: business-status-to-bser
InstanceOf: ConceptMap
Usage: #definition
Title: "State to BSeR"
Description: "What a state is called by Bidirectional Services eReferral, which has no code for states between created and accepted."
* url = "https://warmhandoff.org/fhir/ConceptMap/business-status-to-bser"
* name = "BusinessStatusToBser"
* title = "State to BSeR"
* status = #active
* description = "What a state is called by Bidirectional Services eReferral, which has no code for states between created and accepted."
* sourceUri = "https://warmhandoff.org/fhir/ValueSet/referral-business-status"
* group.source = "https://warmhandoff.org/fhir/CodeSystem/referral-business-status"
* group.target = "http://hl7.org/fhir/us/bser/CodeSystem/TaskBusinessStatusCS"
* insert Maps(created, wider, 2.0)
* insert Maps(accepted, wider, 3.0)
* insert Maps(waitlisted, wider, 3.0)
* insert Maps(intake-scheduled, wider, 5.1.1)
* insert Maps(intake-missed, wider, 5.1.2)
* insert Maps(admitted, wider, 5.1.4)
* insert Maps(discharge-pending, wider, 5.1.4)
* insert Maps(declined, wider, 4.0)
* insert Maps(cancellation-requested, wider, 5.2)
* insert Maps(cancelled, wider, 6.0)
* insert Maps(expired, wider, 6.0)
* insert Maps(delivery-failed, wider, 6.0)
* insert Maps(closed-completed, wider, 7.0)
* insert Maps(closed-transferred, wider, 7.0)
* insert Maps(closed-left, wider, 7.0)
