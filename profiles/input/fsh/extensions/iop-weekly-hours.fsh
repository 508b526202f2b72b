Extension: WeeklyHours
Id: iop-weekly-hours
Title: "Weekly hours"
Description: "Hours of treatment a week that the plan sets. Intensive outpatient is 9 to under 20 for adults and 6 or more for adolescents."
Context: CarePlan, PlanDefinition
* value[x] 1..1
* value[x] only Quantity
* valueQuantity.value 1..1
* valueQuantity.system = $UCUM
* valueQuantity.code = #h
