Instance: sunrise-adult
InstanceOf: IopHealthcareService
Usage: #example
Title: "Adult programme of Sunrise IOP"
* extension[part2Program].valueBoolean = true
* extension[levelOffered].valueCoding = AsamLevelCodes#2.1
* extension[capacityStatus].valueCode = #capacity
* extension[ageRange].valueRange.low = 18 'a'
* active = true
* providedBy = Reference(sunrise-iop)
* type.text = "Intensive outpatient treatment"
* program = ProgramTrackCodes#dual-diagnosis
* specialty.text = "Addiction psychiatry"
* location = Reference(sunrise-rooms)
* name = "Sunrise adult IOP"
* eligibility.comment = "Adults with a substance use disorder, with or without another mental disorder"
* availableTime.daysOfWeek[+] = #mon
* availableTime.daysOfWeek[+] = #wed
* availableTime.daysOfWeek[+] = #fri
* availableTime.availableStartTime = "09:00:00"
* availableTime.availableEndTime = "12:15:00"
* referralMethod = $ReferralMethod#elec
