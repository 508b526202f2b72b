Profile: IopHealthcareService
Parent: HealthcareService
Id: iop-healthcare-service
Title: "Programme"
Description: "An intensive outpatient programme as a service: what it offers, to whom, whether it has places, and whether 42 CFR Part 2 applies to what it creates."
* insert Labelled
* extension contains
    Part2Program named part2Program 1..1 MS and
    AsamLevelOffered named levelOffered 1..* MS and
    CapacityStatusExtension named capacityStatus 0..1 MS and
    AgeRange named ageRange 0..1 MS
* providedBy 1..1 MS
* providedBy only Reference(Organization)
* type MS
* program MS
* program from ProgramTrack (extensible)
* specialty MS
* name MS
* location MS
* eligibility MS
* availableTime MS
* referralMethod MS
* endpoint MS
