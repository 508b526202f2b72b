Extension: ConsentExpirationEventExtension
Id: consent-expiration-event
Title: "Expiration event"
Description: "What ends the consent where no date does (42 CFR 2.31(a)(7))."
Context: Consent
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from ConsentExpirationEvent (extensible)
