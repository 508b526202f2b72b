ValueSet: CareTeamRole
Id: care-team-role
Title: "Care team role"
Description: "All codes of the code system care-team-role."
* include codes from system CareTeamRoleCodes
