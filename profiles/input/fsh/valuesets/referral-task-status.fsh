ValueSet: ReferralTaskStatus
Id: referral-task-status
Title: "Status of a referral task"
Description: "The task states that a referral passes through. Draft and ready do not occur: a referral exists from the moment it is asked for."
* $TaskStatus#requested
* $TaskStatus#received
* $TaskStatus#accepted
* $TaskStatus#rejected
* $TaskStatus#in-progress
* $TaskStatus#on-hold
* $TaskStatus#cancelled
* $TaskStatus#failed
* $TaskStatus#completed
* $TaskStatus#entered-in-error
