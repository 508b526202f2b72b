// A list of real people.
RuleSet: PatientGroup
* identifier MS
* active MS
* type MS
* type = #person
* actual MS
* actual = true
* code 1..1 MS
* name MS
* managingEntity MS
* member MS
* member.entity MS
* member.entity only Reference(Patient)
* member.period MS
* member.inactive MS
