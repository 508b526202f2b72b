Instance: dual-diagnosis-9h
InstanceOf: IopProgramTemplate
Usage: #definition
Title: "Dual diagnosis track"
Description: "For patients with a substance use disorder and another mental disorder."
* extension[weeklyHours].valueQuantity = 9 'h'
* url = "https://warmhandoff.org/fhir/PlanDefinition/dual-diagnosis-9h"
* name = "DualDiagnosis9h"
* title = "Dual diagnosis track"
* type = $PlanDefinitionType#clinical-protocol
* status = #active
* description = "For patients with a substance use disorder and another mental disorder."
* useContext[+].code = http://terminology.hl7.org/CodeSystem/usage-context-type#program
* useContext[=].valueCodeableConcept = ProgramTrackCodes#dual-diagnosis
* useContext[+].code = http://terminology.hl7.org/CodeSystem/usage-context-type#age
* useContext[=].valueRange.low = 18 'a'
* goal[+].description.text = "Abstinence or use only as prescribed"
* goal[+].description.text = "Symptoms of the other disorder under control"
* action[+].title = "DBT skills group"
* action[=].code = SessionTypeCodes#group-skills-dbt
* action[=].timingTiming.repeat.frequency = 2
* action[=].timingTiming.repeat.period = 1
* action[=].timingTiming.repeat.periodUnit = #wk
* action[=].timingTiming.repeat.duration = 90
* action[=].timingTiming.repeat.durationUnit = #min
* action[+].title = "Process group"
* action[=].code = SessionTypeCodes#group-process
* action[=].timingTiming.repeat.frequency = 3
* action[=].timingTiming.repeat.period = 1
* action[=].timingTiming.repeat.periodUnit = #wk
* action[=].timingTiming.repeat.duration = 90
* action[=].timingTiming.repeat.durationUnit = #min
* action[+].title = "Psychoeducation group"
* action[=].code = SessionTypeCodes#group-psychoeducation
* action[=].timingTiming.repeat.frequency = 2
* action[=].timingTiming.repeat.period = 1
* action[=].timingTiming.repeat.periodUnit = #wk
* action[=].timingTiming.repeat.duration = 45
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
* action[+].title = "Psychiatric evaluation"
* action[=].code = SessionTypeCodes#psychiatric-evaluation
* action[=].timingTiming.repeat.frequency = 1
* action[=].timingTiming.repeat.period = 4
* action[=].timingTiming.repeat.periodUnit = #wk
* action[=].timingTiming.repeat.duration = 45
* action[=].timingTiming.repeat.durationUnit = #min
* action[+].title = "Drug test"
* action[=].code = SessionTypeCodes#drug-test-collection
* action[=].timingTiming.repeat.frequency = 1
* action[=].timingTiming.repeat.period = 1
* action[=].timingTiming.repeat.periodUnit = #wk
* action[=].timingTiming.repeat.duration = 10
* action[=].timingTiming.repeat.durationUnit = #min
* action[+].title = "Level-of-care review"
* action[=].code = SessionTypeCodes#level-of-care-review
* action[=].timingTiming.repeat.frequency = 1
* action[=].timingTiming.repeat.period = 1
* action[=].timingTiming.repeat.periodUnit = #wk
* action[=].timingTiming.repeat.duration = 10
* action[=].timingTiming.repeat.durationUnit = #min
