Extension: DecisionRuleExtension
Id: decision-rule
Title: "Decision rule"
Description: "The rule of the consent engine that decided."
Context: AuditEvent
* value[x] 1..1
* value[x] only code
* valueCode from DecisionRule (required)
