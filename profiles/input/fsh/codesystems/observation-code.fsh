CodeSystem: ObservationCodeCodes
Id: observation-code
Title: "Observation code"
Description: "Observations for which we know no LOINC code."
* insert OwnCodeSystem(observation-code)
* #asam-assessment "Level-of-care assessment"
* #uds-panel "Urine drug screen panel"
* #oral-fluid-panel "Oral fluid drug screen panel"
* #breath-alcohol "Breath alcohol test"
