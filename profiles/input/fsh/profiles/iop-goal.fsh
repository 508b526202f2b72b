Profile: IopGoal
Parent: Goal
Id: iop-goal
Title: "Treatment goal"
Description: "What the patient and the team want to reach, and by when."
* insert Labelled
* insert ImposesUSCore(us-core-goal)
* lifecycleStatus MS
* achievementStatus MS
* description MS
* subject MS
* subject only Reference(Patient)
* start[x] MS
* target MS
* target.due[x] MS
* addresses MS
