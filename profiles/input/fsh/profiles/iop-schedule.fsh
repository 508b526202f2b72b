Profile: IopSchedule
Parent: Schedule
Id: iop-schedule
Title: "Schedule"
Description: "Whose time the slots are: a programme's or a practitioner's."
* insert Labelled
* active MS
* serviceType MS
* actor MS
* actor only Reference(HealthcareService or PractitionerRole or Practitioner or Location)
* planningHorizon MS
