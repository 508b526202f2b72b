ValueSet: ConsentExpirationEvent
Id: consent-expiration-event
Title: "Consent expiration event"
Description: "All codes of the code system consent-expiration-event."
* include codes from system ConsentExpirationEventCodes
