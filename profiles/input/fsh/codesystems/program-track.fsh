CodeSystem: ProgramTrackCodes
Id: program-track
Title: "Programme track"
Description: "How a programme is laid out."
* insert OwnCodeSystem(program-track)
* #adult "Adult, 9 hours a week"
* #adolescent "Adolescent, 6 hours a week"
* #dbt-skills "DBT skills track"
* #dual-diagnosis "Dual diagnosis track"
* #court "Treatment court track"
