ValueSet: AssessmentInstrument
Id: assessment-instrument
Title: "Assessment instrument"
Description: "Total scores and results of the rating instruments that programmes use. Codes only: the text of the instruments belongs to their authors."
* insert LoincNotice
* $LOINC#44249-1 "PHQ-9 panel"
* $LOINC#44261-6 "PHQ-9 total score"
* $LOINC#44260-8 "PHQ-9 item on self-harm"
* $LOINC#89204-2 "PHQ-9 for adolescents, total score"
* $LOINC#69737-5 "GAD-7 panel"
* $LOINC#70274-6 "GAD-7 total score"
* $LOINC#93373-9 "C-SSRS screener, recent"
* $LOINC#93374-7 "C-SSRS screener, risk level"
* $LOINC#72109-2 "AUDIT-C panel"
* $LOINC#75626-2 "AUDIT-C total score"
* $LOINC#72110-0 "AUDIT panel"
* $LOINC#75624-7 "AUDIT total score"
* $LOINC#82666-9 "DAST-10 panel"
* $LOINC#82667-7 "DAST-10 total score"
* $LOINC#75889-6 "TAPS"
* include codes from system InstrumentCodes
