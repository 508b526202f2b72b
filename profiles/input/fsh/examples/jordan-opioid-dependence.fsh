Instance: jordan-opioid-dependence
InstanceOf: IopCondition
Usage: #example
Title: "Opioid dependence"
* insert Part2Record
* clinicalStatus = $ConditionClinical#active
* verificationStatus = $ConditionVerification#confirmed
* category[encounterDiagnosis] = $ConditionCategory#encounter-diagnosis
* severity = $SCT#24484000
* code.coding[icd10] = $ICD10CM#F11.20 "Opioid dependence, uncomplicated"
* code.coding[snomed] = $SCT#75544000 "Opioid dependence"
* subject = Reference(jordan-doe)
* onsetDateTime = "2024-05"
* recordedDate = "2026-11-23"
