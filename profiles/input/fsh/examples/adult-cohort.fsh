Instance: adult-cohort
InstanceOf: IopGroup
Usage: #example
Title: "A cohort"
* meta.security[+] = $Confidentiality#R
* meta.security[+] = $ActCode#NODSCLCD
* meta.security[+] = RecordClassCodes#roster
* active = true
* type = #person
* actual = true
* code = GroupKindCodes#iop-cohort
* name = "Adult cohort, winter"
* managingEntity = Reference(sunrise-iop)
* member.entity = Reference(jordan-doe)
* member.period.start = "2026-11-30"
