CodeSystem: TaskInputCodes
Id: task-input
Title: "Task input"
Description: "What came with a referral, or answered a question about it."
* insert OwnCodeSystem(task-input)
* #answer "Answer" "The requester's answer to a question."
* #document "Document" "A document that came with the referral."
* #consent "Consent" "Written consent of the patient."
* #authorization "Authorization" "The payer's decision."
