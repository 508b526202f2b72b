Profile: IopCarePlan
Parent: CarePlan
Id: iop-care-plan
Title: "Treatment plan"
Description: "The individualised plan that payers ask for: goals, activities, hours a week, and when it is reviewed next."
* insert Labelled
* insert ImposesUSCore(us-core-careplan)
* obeys iop-cp-1 and iop-cp-2 and iop-cp-3
* extension contains
    WeeklyHours named weeklyHours 0..1 MS and
    NextReview named nextReview 0..1 MS and
    PatientSigned named patientSigned 0..1 MS
* text MS
* text.status MS
* text.div MS
* instantiatesCanonical MS
* instantiatesCanonical only Canonical(PlanDefinition)
* status MS
* intent MS
* category 1..* MS
* insert SlicedBy(category, $this)
* category contains assessPlan 1..1 MS
* category[assessPlan] = $USCoreCarePlanCategory#assess-plan
* subject MS
* subject only Reference(Patient)
* period MS
* author MS
* careTeam MS
* addresses MS
* goal MS
* activity MS

Invariant: iop-cp-1
Description: "An active plan has a start, an author, goals and activities."
Severity: #error
Expression: "status='active' implies (period.start.exists() and author.exists() and goal.exists() and activity.exists())"

Invariant: iop-cp-2
Description: "An active plan says when it is reviewed next."
Severity: #error
Expression: "status='active' implies extension.where(url='https://warmhandoff.org/fhir/StructureDefinition/iop-next-review').value.exists()"

Invariant: iop-cp-3
Description: "Intensive outpatient treatment is at least 6 and under 20 hours a week."
Severity: #warning
Expression: "extension.where(url='https://warmhandoff.org/fhir/StructureDefinition/iop-weekly-hours').all(value.value >= 6 and value.value < 20)"
