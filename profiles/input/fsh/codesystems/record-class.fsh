CodeSystem: RecordClassCodes
Id: record-class
Title: "Record class"
Description: "Classes of record that carry rules of their own and for which HL7 has no security label."
* insert OwnCodeSystem(record-class)
* #roster "Roster" "Shows who else was there: group sessions, cohorts, schedules of several patients. Never leaves the programme."
* #sud-counseling-note "SUD counseling note" "Kept apart from the record; needs a consent of its own (42 CFR 2.11, 2.31(b))."
