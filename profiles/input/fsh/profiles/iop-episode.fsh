Profile: IopEpisode
Parent: EpisodeOfCare
Id: iop-episode
Title: "Stay in a programme"
Description: "One stay of a patient in one programme at one level of care, from admission to discharge. A step to another level ends it and begins another."
* insert Labelled
* obeys iop-eoc-1 and iop-eoc-2 and iop-eoc-3
* extension contains
    AdmissionTypeExtension named admissionType 0..1 MS and
    ReferralSourceExtension named referralSource 0..1 MS and
    AsamEditionExtension named edition 0..1 and
    DischargeDispositionExtension named dischargeDisposition 0..1 MS
* identifier MS
* status MS
* statusHistory MS
* type 1..1 MS
* type from AsamLevel (required)
* diagnosis MS
* patient MS
* managingOrganization 1..1 MS
* period MS
* referralRequest MS
* careManager MS
* team MS
* account MS

Invariant: iop-eoc-1
Description: "A stay that has begun has a start."
Severity: #error
Expression: "(status='active' or status='onhold' or status='finished') implies period.start.exists()"

Invariant: iop-eoc-2
Description: "A finished stay has an end and a discharge disposition."
Severity: #error
Expression: "status='finished' implies (period.end.exists() and extension.where(url='https://warmhandoff.org/fhir/StructureDefinition/iop-discharge-disposition').exists())"

Invariant: iop-eoc-3
Description: "A stay that has not begun has no end."
Severity: #error
Expression: "(status='planned' or status='waitlist') implies period.end.empty()"
