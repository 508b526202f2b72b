CodeSystem: Intent360xCodes
Id: intent-360x
Title: "Closed-loop intent"
Description: "What a state of the referral says in terms of IHE 360X closed-loop referral."
* insert OwnCodeSystem(intent-360x)
* #request-sent "Request sent"
* #transport-ack "Transport acknowledged"
* #accept "Accept"
* #appointment "Appointment"
* #no-show "No show"
* #interim "Interim note"
* #decline "Decline"
* #cancel-request "Cancel request"
* #cancel-confirm "Cancel confirmed"
* #outcome "Outcome"
