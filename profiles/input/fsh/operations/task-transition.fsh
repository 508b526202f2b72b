Instance: task-transition
InstanceOf: OperationDefinition
Usage: #definition
Title: "Move a referral"
Description: "Moves a referral from its state to the next by an event. An event that is illegal in the state is refused with 422 and the list of the legal ones; an If-Match that is not current with 412."
* url = "https://warmhandoff.org/fhir/OperationDefinition/task-transition"
* name = "TaskTransition"
* title = "Move a referral"
* status = #active
* kind = #operation
* description = "Moves a referral from its state to the next by an event. An event that is illegal in the state is refused with 422 and the list of the legal ones; an If-Match that is not current with 412."
* code = #transition
* affectsState = true
* resource = #Task
* system = false
* type = false
* instance = true
* insert Parameter(event, in, 1, 1, code)
* parameter[=].documentation = "The event, a code of referral-event"
* parameter[=].binding.strength = #required
* parameter[=].binding.valueSet = Canonical(ReferralEvent)
* insert Parameter(reason, in, 0, 1, CodeableConcept)
* parameter[=].documentation = "Why. Required for request-info, await-consent, decline, request-cancel and withdraw; text alone will do"
* insert Parameter(note, in, 0, 1, string)
* parameter[=].documentation = "What else there is to say"
* parameter[+].name = #output
* parameter[=].use = #in
* parameter[=].min = 0
* parameter[=].max = "*"
* parameter[=].documentation = "What the step brought forth: schedule-intake takes an Appointment, admit a level-of-care assessment and the consent to treatment"
* insert Part(type, in, 1, 1, code)
* parameter[=].part[=].documentation = "A code of task-output"
* insert Part(value, in, 1, 1, Reference)
* parameter[=].part[=].documentation = "The resource"
* insert Parameter(return, out, 1, 1, Task)
* parameter[=].documentation = "The referral in its new state, with its ETag"
