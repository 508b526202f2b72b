Instance: adolescent-6h
InstanceOf: IopProgramTemplate
Usage: #definition
Title: "Adolescent programme, six hours a week"
Description: "Three afternoons a week, two hours each, with the family."
* extension[weeklyHours].valueQuantity = 6 'h'
* url = "https://warmhandoff.org/fhir/PlanDefinition/adolescent-6h"
* name = "Adolescent6h"
* title = "Adolescent programme, six hours a week"
* type = $PlanDefinitionType#clinical-protocol
* status = #active
* description = "Three afternoons a week, two hours each, with the family."
* useContext[+].code = http://terminology.hl7.org/CodeSystem/usage-context-type#program
* useContext[=].valueCodeableConcept = ProgramTrackCodes#adolescent
* useContext[+].code = http://terminology.hl7.org/CodeSystem/usage-context-type#age
* useContext[=].valueRange.high = 17 'a'
* goal[+].description.text = "Attend six hours a week"
* goal[+].description.text = "The family takes part"
* action[+].title = "Process group"
* action[=].code = SessionTypeCodes#group-process
* action[=].timingTiming.repeat.frequency = 3
* action[=].timingTiming.repeat.period = 1
* action[=].timingTiming.repeat.periodUnit = #wk
* action[=].timingTiming.repeat.duration = 60
* action[=].timingTiming.repeat.durationUnit = #min
* action[+].title = "Psychoeducation group"
* action[=].code = SessionTypeCodes#group-psychoeducation
* action[=].timingTiming.repeat.frequency = 2
* action[=].timingTiming.repeat.period = 1
* action[=].timingTiming.repeat.periodUnit = #wk
* action[=].timingTiming.repeat.duration = 60
* action[=].timingTiming.repeat.durationUnit = #min
* action[+].title = "Multi-family group"
* action[=].code = SessionTypeCodes#multi-family-group
* action[=].timingTiming.repeat.frequency = 1
* action[=].timingTiming.repeat.period = 1
* action[=].timingTiming.repeat.periodUnit = #wk
* action[=].timingTiming.repeat.duration = 60
* action[=].timingTiming.repeat.durationUnit = #min
* action[+].title = "Individual therapy"
* action[=].code = SessionTypeCodes#individual-therapy
* action[=].timingTiming.repeat.frequency = 1
* action[=].timingTiming.repeat.period = 1
* action[=].timingTiming.repeat.periodUnit = #wk
* action[=].timingTiming.repeat.duration = 45
* action[=].timingTiming.repeat.durationUnit = #min
* action[+].title = "Level-of-care review"
* action[=].code = SessionTypeCodes#level-of-care-review
* action[=].timingTiming.repeat.frequency = 1
* action[=].timingTiming.repeat.period = 1
* action[=].timingTiming.repeat.periodUnit = #wk
* action[=].timingTiming.repeat.duration = 10
* action[=].timingTiming.repeat.durationUnit = #min
