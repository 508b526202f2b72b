ValueSet: ConsentDirective
Id: consent-directive
Title: "Consent directive"
Description: "Under which law a consent was given."
* $ActCode#42CFRPart2CD
* $ActCode#HIPAAAuthCD
* $ActCode#HIPAAConsentCD
