Extension: ObligationsExtension
Id: obligations
Title: "Obligations"
Description: "What accompanied the disclosure."
Context: AuditEvent
* value[x] 1..1
* value[x] only code
* valueCode from Obligation (required)
