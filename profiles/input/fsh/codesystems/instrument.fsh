CodeSystem: InstrumentCodes
Id: instrument
Title: "Instrument"
Description: "Rating instruments for which LOINC has no code. Names and abbreviations only."
* insert OwnCodeSystem(instrument)
* #bam "Brief Addiction Monitor"
* #bam-r "Brief Addiction Monitor, revised"
* #ders "Difficulties in Emotion Regulation Scale"
* #bsl-23 "Borderline Symptom List, 23 items"
