Instance: dbt-skills-9h
InstanceOf: IopProgramTemplate
Usage: #definition
Title: "DBT skills track"
Description: "Dialectical behavior therapy: skills group, individual therapy and coaching. A track for mental health alone; Part 2 does not apply to it."
* extension[weeklyHours].valueQuantity = 9 'h'
* url = "https://warmhandoff.org/fhir/PlanDefinition/dbt-skills-9h"
* name = "DbtSkills9h"
* title = "DBT skills track"
* type = $PlanDefinitionType#clinical-protocol
* status = #active
* description = "Dialectical behavior therapy: skills group, individual therapy and coaching. A track for mental health alone; Part 2 does not apply to it."
* useContext[+].code = http://terminology.hl7.org/CodeSystem/usage-context-type#program
* useContext[=].valueCodeableConcept = ProgramTrackCodes#dbt-skills
* useContext[+].code = http://terminology.hl7.org/CodeSystem/usage-context-type#age
* useContext[=].valueRange.low = 18 'a'
* goal[+].description.text = "Use skills in place of self-harm"
* action[+].title = "DBT skills group"
* action[=].code = SessionTypeCodes#group-skills-dbt
* action[=].timingTiming.repeat.frequency = 3
* action[=].timingTiming.repeat.period = 1
* action[=].timingTiming.repeat.periodUnit = #wk
* action[=].timingTiming.repeat.duration = 120
* action[=].timingTiming.repeat.durationUnit = #min
* action[+].title = "Process group"
* action[=].code = SessionTypeCodes#group-process
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
* action[+].title = "Level-of-care review"
* action[=].code = SessionTypeCodes#level-of-care-review
* action[=].timingTiming.repeat.frequency = 1
* action[=].timingTiming.repeat.period = 1
* action[=].timingTiming.repeat.periodUnit = #wk
* action[=].timingTiming.repeat.duration = 10
* action[=].timingTiming.repeat.durationUnit = #min
