CodeSystem: ConsentExpirationEventCodes
Id: consent-expiration-event
Title: "Consent expiration event"
Description: "What ends a consent that carries no date."
* insert OwnCodeSystem(consent-expiration-event)
* #end-of-treatment "End of treatment" "When the episode of care ends."
* #final-disposition "Final disposition" "When the case that treatment was a condition of is finally disposed of."
* #completion-of-supervision "Completion of supervision" "When probation, parole or another release ends."
* #none "None" "Until revoked; allowed for treatment, payment and operations only (42 CFR 2.31(a)(7))."
