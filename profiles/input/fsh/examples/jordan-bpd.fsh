Instance: jordan-bpd
InstanceOf: IopCondition
Usage: #example
Title: "Borderline personality disorder"
* insert Part2Record
* clinicalStatus = $ConditionClinical#active
* verificationStatus = $ConditionVerification#confirmed
* category[encounterDiagnosis] = $ConditionCategory#encounter-diagnosis
* severity = $SCT#24484000
* code.coding[icd10] = $ICD10CM#F60.3 "Borderline personality disorder"
* code.coding[snomed] = $SCT#20010003 "Borderline personality disorder"
* subject = Reference(jordan-doe)
* onsetDateTime = "2024-05"
* recordedDate = "2026-11-23"
