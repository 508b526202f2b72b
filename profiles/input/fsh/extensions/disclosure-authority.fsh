Extension: DisclosureAuthority
Id: disclosure-authority
Title: "Disclosure authority"
Description: "What permits the disclosure: the patient's consent, or the court order."
Context: Composition
* value[x] 1..1
* value[x] only Reference(Consent or DocumentReference)
