ValueSet: NoteType
Id: note-type
Title: "Note type"
Description: "Kinds of notes and of documents that come with a referral; the first five are those of the US Behavioral Health Profiles."
* insert LoincNotice
* $LOINC#34785-6 "Mental health Consult note"
* $LOINC#78263-1 "Mental health Discharge summary"
* $LOINC#78306-8 "Mental health History and physical note"
* $LOINC#78472-8 "Mental health Procedure note"
* $LOINC#34904-3 "Mental health Progress note"
* $LOINC#57133-1 "Referral note"
* $LOINC#34133-9 "Summary of episode note"
* $LOINC#18842-5 "Discharge summary"
* $LOINC#64292-6 "Release of information consent"
* $LOINC#11488-4 "Consult note"
* $LOINC#34117-2 "History and physical note"
* $LOINC#11506-3 "Progress note"
