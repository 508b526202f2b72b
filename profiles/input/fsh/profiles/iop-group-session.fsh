Profile: IopGroupSession
Parent: Encounter
Id: iop-group-session
Title: "Group session"
Description: "A session of a group, as the programme plans and staffs it. Internal: it shows who else is in treatment and is never part of any answer to anyone outside. What a patient did at it is an attendance encounter."
* insert Labelled
* insert ProgrammeSession
* obeys iop-grp-1
* type 1..1
* subject 1..1 MS
* subject only Reference(Group)
* episodeOfCare 0..0
* participant.individual only Reference(Practitioner or PractitionerRole)
* appointment MS

Invariant: iop-grp-1
Description: "Staff only: no patient and no relative takes part in a group session by name."
Severity: #error
Expression: "participant.individual.reference.where($this.startsWith('Patient/') or $this.startsWith('RelatedPerson/') or $this.contains('/Patient/')).empty()"
