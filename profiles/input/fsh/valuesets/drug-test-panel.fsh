ValueSet: DrugTestPanel
Id: drug-test-panel
Title: "Drug test panel"
Description: "All codes of the code system drug-test-panel."
* include codes from system DrugTestPanelCodes
