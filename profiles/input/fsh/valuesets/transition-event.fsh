ValueSet: TransitionEvent
Id: transition-event
Title: "Transition event"
Description: "All codes of the code system transition-event."
* include codes from system TransitionEventCodes
