CodeSystem: TaskCodeCodes
Id: task-code
Title: "Task code"
Description: "Work that is not the fulfilment of a request."
* insert OwnCodeSystem(task-code)
* #produce-court-report "Produce a court report" "A report for the court is due."
* #review-level-of-care "Review level of care" "The weekly staffing should look at this patient."
* #review-care-plan "Review care plan" "The treatment plan is due for review."
* #obtain-consent "Obtain consent" "A partner cannot be told how a referral went until the patient consents."
* #recipient "Recipient" "As the type of an input: who waits for the consent."
* #review-disclosure "Review a disclosure" "The privacy officer has to decide by hand."
* #review-change "Review a changed referral" "The requester changed what it had sent."
* #consider-step-down "Consider a step-down referral" "A hospital discharges the patient."
* #follow-up-no-show "Follow up a missed appointment" "The patient did not come."
* #review-self-harm "Review a self-harm answer" "A screening names thoughts of self-harm. For the therapist alone."
* #escalate-overdue "Escalate an overdue referral" "A referral waits longer in its state than its priority allows."
