Instance: adult-9h
InstanceOf: IopProgramTemplate
Usage: #definition
Title: "Adult programme, nine hours a week"
Description: "Three days a week, three hours a day, for 8 to 12 weeks; reviewed every 30 days."
* extension[weeklyHours].valueQuantity = 9 'h'
* url = "https://warmhandoff.org/fhir/PlanDefinition/adult-9h"
* name = "Adult9h"
* title = "Adult programme, nine hours a week"
* type = $PlanDefinitionType#clinical-protocol
* status = #active
* description = "Three days a week, three hours a day, for 8 to 12 weeks; reviewed every 30 days."
* useContext[+].code = http://terminology.hl7.org/CodeSystem/usage-context-type#program
* useContext[=].valueCodeableConcept = ProgramTrackCodes#adult
* useContext[+].code = http://terminology.hl7.org/CodeSystem/usage-context-type#age
* useContext[=].valueRange.low = 18 'a'
* goal[+].description.text = "Attend nine hours a week"
* goal[+].description.text = "A stable plan for relapse prevention"
* action[+].title = "Process group"
* action[=].code = SessionTypeCodes#group-process
* action[=].timingTiming.repeat.frequency = 3
* action[=].timingTiming.repeat.period = 1
* action[=].timingTiming.repeat.periodUnit = #wk
* action[=].timingTiming.repeat.duration = 80
* action[=].timingTiming.repeat.durationUnit = #min
* action[+].title = "Psychoeducation group"
* action[=].code = SessionTypeCodes#group-psychoeducation
* action[=].timingTiming.repeat.frequency = 3
* action[=].timingTiming.repeat.period = 1
* action[=].timingTiming.repeat.periodUnit = #wk
* action[=].timingTiming.repeat.duration = 50
* action[=].timingTiming.repeat.durationUnit = #min
* action[+].title = "Activity"
* action[=].code = SessionTypeCodes#activity
* action[=].timingTiming.repeat.frequency = 3
* action[=].timingTiming.repeat.period = 1
* action[=].timingTiming.repeat.periodUnit = #wk
* action[=].timingTiming.repeat.duration = 40
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
* action[+].title = "Level-of-care review"
* action[=].code = SessionTypeCodes#level-of-care-review
* action[=].timingTiming.repeat.frequency = 1
* action[=].timingTiming.repeat.period = 1
* action[=].timingTiming.repeat.periodUnit = #wk
* action[=].timingTiming.repeat.duration = 10
* action[=].timingTiming.repeat.durationUnit = #min
