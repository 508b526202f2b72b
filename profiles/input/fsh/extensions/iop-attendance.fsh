Extension: AttendanceExtension
Id: iop-attendance
Title: "Attendance"
Description: "Whether the patient attended. An absence is a cancelled encounter, so that it is never billed."
Context: Encounter
* value[x] 1..1
* value[x] only CodeableConcept
* valueCodeableConcept from Attendance (required)
