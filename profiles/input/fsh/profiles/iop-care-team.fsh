Profile: IopCareTeam
Parent: CareTeam
Id: iop-care-team
Title: "Care team"
Description: "Who treats the patient. Everyone has one primary therapist. A probation officer may be named; that gives no access to anything."
* insert Labelled
* insert ImposesUSCore(us-core-careteam)
* status MS
* subject 1..1 MS
* subject only Reference(Patient)
* period MS
* participant 1..* MS
* participant.role 1..1 MS
* participant.role from CareTeamRole (extensible)
* participant.member 1..1 MS
* participant.period MS
* insert SlicedBy(participant, role)
* participant contains primaryTherapist 1..1 MS
* participant[primaryTherapist].role = CareTeamRoleCodes#primary-therapist
* participant[primaryTherapist].member only Reference(Practitioner or PractitionerRole)
