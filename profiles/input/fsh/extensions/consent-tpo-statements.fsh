Extension: ConsentTpoStatements
Id: consent-tpo-statements
Title: "Required statements made"
Description: "The consent form states what HIPAA allows recipients to do with the record, and what follows from a refusal to sign (42 CFR 2.31(a)(10))."
Context: Consent
* value[x] 1..1
* value[x] only boolean
