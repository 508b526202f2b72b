ValueSet: DrugTest
Id: drug-test
Title: "Drug test"
Description: "Analytes and panels of drug tests, with the two measurements that show dilution."
* insert LoincNotice
* $LOINC#65750-2 "Drugs of abuse panel, urine"
* $LOINC#14314-9 "Benzoylecgonine, urine, screen"
* $LOINC#19359-9 "Cocaine, urine, screen"
* $LOINC#18282-4 "Cannabinoids, urine, screen"
* $LOINC#70145-8 "Cannabinoids above 50 ng/mL, urine, screen"
* $LOINC#70144-1 "Cannabinoids above 20 ng/mL, urine, screen"
* $LOINC#19295-5 "Opiates, urine, screen"
* $LOINC#70151-6 "Opiates above 300 ng/mL, urine, screen"
* $LOINC#21431-2 "Opiates above 2000 ng/mL, urine, screen"
* $LOINC#19550-3 "Methadone, urine, screen"
* $LOINC#93495-0 "EDDP, urine, screen"
* $LOINC#59673-4 "Fentanyl, urine, screen"
* $LOINC#95797-7 "Norfentanyl, urine, screen"
* $LOINC#58430-0 "Oxycodone and oxymorphone, urine, screen"
* $LOINC#58359-1 "Buprenorphine and norbuprenorphine, urine, screen"
* $LOINC#19554-5 "Methamphetamine, urine, screen"
* $LOINC#19261-7 "Amphetamines, urine, screen"
* $LOINC#14316-4 "Benzodiazepines, urine, screen"
* $LOINC#19270-8 "Barbiturates, urine, screen"
* $LOINC#19659-2 "Phencyclidine, urine, screen"
* $LOINC#42242-8 "Ethanol, urine"
* $LOINC#58375-7 "Ethyl glucuronide, urine"
* $LOINC#101809-2 "Xylazine, urine, confirmation"
* $LOINC#2161-8 "Creatinine, urine"
* $LOINC#2965-2 "Specific gravity, urine"
* ObservationCodeCodes#uds-panel
* ObservationCodeCodes#oral-fluid-panel
* ObservationCodeCodes#breath-alcohol
