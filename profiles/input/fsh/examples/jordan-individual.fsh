Instance: jordan-individual
InstanceOf: IopIndividualEncounter
Usage: #example
Title: "Individual therapy by video"
* insert Part2Record
* extension[attendance].valueCodeableConcept = AttendanceCodes#telehealth-present
* status = #finished
* class = $ActCode#VR
* type = SessionTypeCodes#individual-therapy
* subject = Reference(jordan-doe)
* episodeOfCare = Reference(jordan-stay)
* participant.individual = Reference(lena-ortiz-at-sunrise)
* period.start = "2026-12-01T09:00:00-05:00"
* period.end = "2026-12-01T10:30:00-05:00"
* diagnosis.condition = Reference(jordan-opioid-dependence)
* serviceProvider = Reference(sunrise-iop)
* length = 45 'min'
* location.location = Reference(sunrise-video)
