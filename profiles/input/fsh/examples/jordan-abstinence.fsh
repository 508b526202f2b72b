Instance: jordan-abstinence
InstanceOf: IopGoal
Usage: #example
Title: "Abstinence for eight weeks"
* insert Part2Record
* lifecycleStatus = #active
* achievementStatus = $GoalAchievement#in-progress
* description.text = "No use of opioids other than as prescribed for eight weeks"
* subject = Reference(jordan-doe)
* startDate = "2026-11-30"
* target.dueDate = "2027-01-25"
* addresses = Reference(jordan-opioid-dependence)
