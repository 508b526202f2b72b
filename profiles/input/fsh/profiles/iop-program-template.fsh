Profile: IopProgramTemplate
Parent: PlanDefinition
Id: iop-program-template
Title: "Programme template"
Description: "How a week of a programme is laid out: its goals, and its sessions with their timing. A treatment plan instantiates it."
* insert Labelled
* extension contains WeeklyHours named weeklyHours 1..1 MS
* url 1..1 MS
* title 1..1 MS
* status MS
* description MS
* useContext MS
* goal MS
* action 1..* MS
* action.title MS
* action.code MS
* action.code from SessionType (extensible)
* action.timing[x] MS
* action.timing[x] only Timing
