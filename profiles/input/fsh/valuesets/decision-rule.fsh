ValueSet: DecisionRule
Id: decision-rule
Title: "Decision rule"
Description: "All codes of the code system decision-rule."
* include codes from system DecisionRuleCodes
