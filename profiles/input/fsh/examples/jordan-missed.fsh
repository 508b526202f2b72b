Instance: jordan-missed
InstanceOf: IopAttendanceEncounter
Usage: #example
Title: "The patient missed a group session"
* insert Part2Record
* extension[attendance].valueCodeableConcept = AttendanceCodes#absent-unexcused
* status = #cancelled
* class = $ActCode#AMB
* type = SessionTypeCodes#group-process
* subject = Reference(jordan-doe)
* episodeOfCare = Reference(jordan-stay)
* participant.individual = Reference(lena-ortiz-at-sunrise)
* period.start = "2026-12-01T09:00:00-05:00"
* period.end = "2026-12-01T10:30:00-05:00"
* diagnosis.condition = Reference(jordan-opioid-dependence)
* serviceProvider = Reference(sunrise-iop)
* partOf = Reference(tuesday-skills-group)
