CodeSystem: DrugTestPanelCodes
Id: drug-test-panel
Title: "Drug test panel"
Description: "Panels of drug tests as programmes order them."
* insert OwnCodeSystem(drug-test-panel)
* #uds-panel "Urine drug screen panel"
* #oral-fluid-panel "Oral fluid drug screen panel"
* #breath-alcohol "Breath alcohol test"
