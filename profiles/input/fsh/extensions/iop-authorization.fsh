Extension: Authorization
Id: iop-authorization
Title: "Prior authorization"
Description: "What the payer approved (HL7 v2 AUT)."
Context: ServiceRequest
* extension contains
    identifier 0..1 MS and
    period 0..1 MS and
    requestedUnits 0..1 MS and
    authorizedUnits 0..1 MS
* extension[identifier] ^short = "The authorization number"
* extension[identifier].value[x] only Identifier
* extension[period] ^short = "When it is valid"
* extension[period].value[x] only Period
* extension[requestedUnits] ^short = "Units asked for"
* extension[requestedUnits].value[x] only Quantity
* extension[authorizedUnits] ^short = "Units approved"
* extension[authorizedUnits].value[x] only Quantity
