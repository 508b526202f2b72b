CodeSystem: CareTeamRoleCodes
Id: care-team-role
Title: "Care team role"
Description: "What a member of the care team does."
* insert OwnCodeSystem(care-team-role)
* #primary-therapist "Primary therapist" "Each patient has exactly one."
* #psychiatrist "Psychiatrist"
* #case-manager "Case manager"
* #group-leader "Group leader"
* #nurse "Nurse"
* #peer "Peer support specialist"
* #primary-care "Primary care clinician"
* #probation-officer "Probation officer" "Being on the team gives no access to data."
