Extension: StatusBeforeCancellation
Id: status-before-cancellation
Title: "State before cancellation"
Description: "The state to go back to when a request for cancellation is refused."
Context: Task
* value[x] 1..1
* value[x] only code
* valueCode from ReferralBusinessStatus (required)
