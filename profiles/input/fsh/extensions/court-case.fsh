Extension: CourtCase
Id: court-case
Title: "Court case"
Description: "The case in which a court ordered treatment. Never part of what a payer or a hospital receives."
Context: ServiceRequest
* extension contains
    docket 1..1 MS and
    court 1..1 MS and
    hearing 0..1 MS and
    condition 0..* MS
* extension[docket] ^short = "The docket number"
* extension[docket].value[x] only Identifier
* extension[docket].valueIdentifier.value 1..1
* extension[court] ^short = "The court, or who supervises for it"
* extension[court].value[x] only Reference(Organization)
* extension[hearing] ^short = "The next hearing"
* extension[hearing].value[x] only date
* extension[condition] ^short = "A condition of the order: hours a week, how often tests are due, until when"
* extension[condition].value[x] only string
