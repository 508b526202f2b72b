CodeSystem: DeclineReasonCodes
Id: decline-reason
Title: "Decline reason"
Description: "Why a programme does not take a patient."
* insert OwnCodeSystem(decline-reason)
* #no-capacity "No capacity"
* #level-too-low "Needs a higher level of care"
* #level-too-high "Needs a lower level of care"
* #out-of-network "Out of network"
* #ineligible "Not eligible"
* #patient-declined "Patient declined"
* #unable-to-contact "Unable to contact the patient"
* #safety "Safety"
* #duplicate "Duplicate of another referral"
