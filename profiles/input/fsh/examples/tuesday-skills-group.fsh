Instance: tuesday-skills-group
InstanceOf: IopGroupSession
Usage: #example
Title: "A skills group, as staffed"
* meta.security[+] = $Confidentiality#R
* meta.security[+] = $ActCode#NODSCLCD
* meta.security[+] = RecordClassCodes#roster
* status = #finished
* class = $ActCode#AMB
* type = SessionTypeCodes#group-skills-dbt
* subject = Reference(adult-cohort)
* participant.individual = Reference(lena-ortiz-at-sunrise)
* period.start = "2026-12-01T09:00:00-05:00"
* period.end = "2026-12-01T10:30:00-05:00"
* location.location = Reference(sunrise-rooms)
* serviceProvider = Reference(sunrise-iop)
