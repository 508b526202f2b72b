Instance: court-9h
InstanceOf: IopProgramTemplate
Usage: #definition
Title: "Treatment court track"
Description: "For participants of a treatment court: two drug tests a week in the first phase, and a report before each hearing."
* extension[weeklyHours].valueQuantity = 9 'h'
* url = "https://warmhandoff.org/fhir/PlanDefinition/court-9h"
* name = "Court9h"
* title = "Treatment court track"
* type = $PlanDefinitionType#clinical-protocol
* status = #active
* description = "For participants of a treatment court: two drug tests a week in the first phase, and a report before each hearing."
* useContext[+].code = http://terminology.hl7.org/CodeSystem/usage-context-type#program
* useContext[=].valueCodeableConcept = ProgramTrackCodes#court
* useContext[+].code = http://terminology.hl7.org/CodeSystem/usage-context-type#age
* useContext[=].valueRange.low = 18 'a'
* goal[+].description.text = "Meet the conditions of the order"
* goal[+].description.text = "Complete each phase"
* action[+].title = "Process group"
* action[=].code = SessionTypeCodes#group-process
* action[=].timingTiming.repeat.frequency = 3
* action[=].timingTiming.repeat.period = 1
* action[=].timingTiming.repeat.periodUnit = #wk
* action[=].timingTiming.repeat.duration = 90
* action[=].timingTiming.repeat.durationUnit = #min
* action[+].title = "Psychoeducation group"
* action[=].code = SessionTypeCodes#group-psychoeducation
* action[=].timingTiming.repeat.frequency = 3
* action[=].timingTiming.repeat.period = 1
* action[=].timingTiming.repeat.periodUnit = #wk
* action[=].timingTiming.repeat.duration = 60
* action[=].timingTiming.repeat.durationUnit = #min
* action[+].title = "Individual therapy"
* action[=].code = SessionTypeCodes#individual-therapy
* action[=].timingTiming.repeat.frequency = 1
* action[=].timingTiming.repeat.period = 1
* action[=].timingTiming.repeat.periodUnit = #wk
* action[=].timingTiming.repeat.duration = 50
* action[=].timingTiming.repeat.durationUnit = #min
* action[+].title = "Medication management"
* action[=].code = SessionTypeCodes#medication-management
* action[=].timingTiming.repeat.frequency = 1
* action[=].timingTiming.repeat.period = 2
* action[=].timingTiming.repeat.periodUnit = #wk
* action[=].timingTiming.repeat.duration = 20
* action[=].timingTiming.repeat.durationUnit = #min
* action[+].title = "Drug test"
* action[=].code = SessionTypeCodes#drug-test-collection
* action[=].timingTiming.repeat.frequency = 2
* action[=].timingTiming.repeat.period = 1
* action[=].timingTiming.repeat.periodUnit = #wk
* action[=].timingTiming.repeat.duration = 10
* action[=].timingTiming.repeat.durationUnit = #min
* action[+].title = "Case management"
* action[=].code = SessionTypeCodes#case-management
* action[=].timingTiming.repeat.frequency = 1
* action[=].timingTiming.repeat.period = 1
* action[=].timingTiming.repeat.periodUnit = #wk
* action[=].timingTiming.repeat.duration = 30
* action[=].timingTiming.repeat.durationUnit = #min
* action[+].title = "Level-of-care review"
* action[=].code = SessionTypeCodes#level-of-care-review
* action[=].timingTiming.repeat.frequency = 1
* action[=].timingTiming.repeat.period = 1
* action[=].timingTiming.repeat.periodUnit = #wk
* action[=].timingTiming.repeat.duration = 10
* action[=].timingTiming.repeat.durationUnit = #min
