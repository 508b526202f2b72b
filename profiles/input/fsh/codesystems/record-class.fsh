CodeSystem: RecordClassCodes
Id: record-class
Title: "Record class"
Description: "Classes of record that carry rules of their own and for which HL7 has no security label."
* insert OwnCodeSystem(record-class)
* #roster "Roster" "Shows who else was there: group sessions, cohorts, schedules of several patients. Never leaves the programme."
* #sud-counseling-note "SUD counseling note" "Kept apart from the record; needs a consent of its own (42 CFR 2.11, 2.31(b))."
* #about-others "About others" "Holds text that says who else was there, such as one taken over from a group session. Goes out without its free text."
* #court-data "Court data" "Names a court case or the participant of one. Taken out of what goes to payers and providers."
* #confidential-communication "Confidential communication" "What the patient told the programme in confidence (42 CFR 2.63)."
* #state-consent-needed "State law asks for consent" "State law asks for a consent where Federal law does not."
* #deidentified "De-identified" "Holds nothing that identifies the patient (45 CFR 164.514(b)). Only a privacy officer says so."
