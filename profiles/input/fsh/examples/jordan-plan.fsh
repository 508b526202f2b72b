Instance: jordan-plan
InstanceOf: IopCarePlan
Usage: #example
Title: "Treatment plan of Jordan Doe"
* insert Part2Record
* extension[weeklyHours].valueQuantity = 9 'h'
* extension[nextReview].valueDate = "2026-12-30"
* extension[patientSigned].valueDateTime = "2026-12-01"
* text.status = #additional
* text.div = "<div xmlns='http://www.w3.org/1999/xhtml'>Nine hours a week: skills and process groups, individual therapy, medication.</div>"
* instantiatesCanonical = "https://warmhandoff.org/fhir/PlanDefinition/dual-diagnosis-9h"
* status = #active
* intent = #plan
* category[assessPlan] = $USCoreCarePlanCategory#assess-plan
* subject = Reference(jordan-doe)
* period.start = "2026-11-30"
* author = Reference(lena-ortiz-at-sunrise)
* careTeam = Reference(jordan-team)
* addresses = Reference(jordan-opioid-dependence)
* goal = Reference(jordan-abstinence)
* activity.detail.kind = #Appointment
* activity.detail.code = SessionTypeCodes#group-skills-dbt
* activity.detail.status = #in-progress
