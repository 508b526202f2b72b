Extension: ConsentRevocableAfter
Id: consent-revocable-after
Title: "Revocable after"
Description: "Until this date a consent to the criminal justice system cannot be revoked; no later than the final disposition (42 CFR 2.35(c))."
Context: Consent
* value[x] 1..1
* value[x] only date
