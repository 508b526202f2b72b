Extension: SelfPayRestriction
Id: self-pay-restriction
Title: "Self-pay restriction"
Description: "The patient paid in full and asked that this payer not be told (45 CFR 164.522(a)(1)(vi))."
Context: Coverage
* value[x] 1..1
* value[x] only boolean
