Extension: AgeRange
Id: age-range
Title: "Age range"
Description: "The ages that the programme treats."
Context: HealthcareService
* value[x] 1..1
* value[x] only Range
