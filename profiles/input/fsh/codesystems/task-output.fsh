CodeSystem: TaskOutputCodes
Id: task-output
Title: "Task output"
Description: "What a referral brought forth."
* insert OwnCodeSystem(task-output)
* #intake-appointment "Intake appointment" "Appointment."
* #admission-notice "Admission notice" "Communication or DocumentReference that told the requester."
* #assessment "Level-of-care assessment" "Observation on which admission rests."
* #treatment-consent "Treatment consent" "Consent to treatment."
* #episode "Episode of care" "EpisodeOfCare that the referral led to."
* #discharge-summary "Discharge summary" "Composition or DocumentReference."
* #court-report "Court report" "Composition."
* #decline-letter "Decline letter" "DocumentReference or Communication."
* #alternative "Suggested alternative" "HealthcareService or Organization that could take the patient instead."
* #transfer "Transfer" "ServiceRequest to the next programme."
