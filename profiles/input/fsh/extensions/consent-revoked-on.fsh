Extension: ConsentRevokedOn
Id: consent-revoked-on
Title: "Revoked on"
Description: "When the patient revoked the consent. Works forward only: what was disclosed in reliance on it stays disclosed."
Context: Consent
* value[x] 1..1
* value[x] only dateTime
