Instance: jordan-team
InstanceOf: IopCareTeam
Usage: #example
Title: "Who treats Jordan Doe"
* insert Part2Record
* status = #active
* subject = Reference(jordan-doe)
* period.start = "2026-11-30"
* participant[primaryTherapist].role = CareTeamRoleCodes#primary-therapist
* participant[primaryTherapist].member = Reference(lena-ortiz-at-sunrise)
* participant[primaryTherapist].period.start = "2026-11-30"
* participant[1].role = CareTeamRoleCodes#psychiatrist
* participant[1].member = Reference(amir-nasser-at-sunrise)
