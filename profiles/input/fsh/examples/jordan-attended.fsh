Instance: jordan-attended
InstanceOf: IopAttendanceEncounter
Usage: #example
Title: "The patient was at a group session"
* insert Part2Record
* extension[attendance].valueCodeableConcept = AttendanceCodes#present
* status = #finished
* class = $ActCode#AMB
* type = SessionTypeCodes#group-skills-dbt
* subject = Reference(jordan-doe)
* episodeOfCare = Reference(jordan-stay)
* participant.individual = Reference(lena-ortiz-at-sunrise)
* period.start = "2026-12-01T09:00:00-05:00"
* period.end = "2026-12-01T10:30:00-05:00"
* diagnosis.condition = Reference(jordan-opioid-dependence)
* serviceProvider = Reference(sunrise-iop)
* extension[billing].extension[system].valueUri = "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets"
* extension[billing].extension[code].valueCode = #H0015
* extension[billing].extension[units].valuePositiveInt = 1
* identifier.system = "https://sunrise.example/sessions"
* identifier.value = "2026-12-01-9-55"
* length = 90 'min'
* location.location = Reference(sunrise-rooms)
* partOf = Reference(tuesday-skills-group)
