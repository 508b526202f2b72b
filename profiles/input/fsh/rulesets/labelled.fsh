// Every profile of this guide stands on these rules.
RuleSet: Labelled
* meta.security MS
* obeys iop-lbl-1

Invariant: iop-lbl-1
Description: "A record that is labelled as protected by 42 CFR Part 2 is also labelled restricted or very restricted."
Severity: #error
Expression: "meta.security.where(system='http://terminology.hl7.org/CodeSystem/v3-ActCode' and code='42CFRPart2').exists() implies meta.security.where(system='http://terminology.hl7.org/CodeSystem/v3-Confidentiality' and (code='R' or code='V')).exists()"
